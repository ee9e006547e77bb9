"""Forms about users."""

# slot: forms.user

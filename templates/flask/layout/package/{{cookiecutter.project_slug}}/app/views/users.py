"""Views about users."""

# slot: views.user

"""Forms about notes."""

# slot: forms.note

"""Views about notes."""

# slot: views.note

"""Views about statistics."""

# slot: views.stats

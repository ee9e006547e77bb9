"""Statistics."""

# slot: views.stats

"""Health checks for whoever runs this."""

# slot: views.health

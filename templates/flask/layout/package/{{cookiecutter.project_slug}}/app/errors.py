"""What clients get when something goes wrong."""

# slot: errors

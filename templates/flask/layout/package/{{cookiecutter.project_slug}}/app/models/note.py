"""Notes."""

# slot: models.note

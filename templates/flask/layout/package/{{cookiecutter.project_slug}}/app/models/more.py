"""Further models."""

# slot: models.more many

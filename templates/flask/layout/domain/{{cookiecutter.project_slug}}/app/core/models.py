"""What all models share."""

# slot: models.base many

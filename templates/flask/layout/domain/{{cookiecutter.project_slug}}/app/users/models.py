"""Users."""

# slot: models.user
# slot: models.user_more many

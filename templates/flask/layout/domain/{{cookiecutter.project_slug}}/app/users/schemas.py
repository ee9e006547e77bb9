"""Users, as clients see them."""

# slot: schemas.user

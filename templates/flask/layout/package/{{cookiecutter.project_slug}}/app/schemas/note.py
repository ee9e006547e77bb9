"""Notes, as clients see them."""

# slot: schemas.note

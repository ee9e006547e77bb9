"""What all schemas share."""

# slot: schemas.common

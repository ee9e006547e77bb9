"""Work that is done outside of requests."""

# slot: tasks

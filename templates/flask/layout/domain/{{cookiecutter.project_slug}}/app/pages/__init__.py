"""Pages that belong to no other domain."""

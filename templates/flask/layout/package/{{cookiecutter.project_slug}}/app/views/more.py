"""Further views."""

# slot: views.more many

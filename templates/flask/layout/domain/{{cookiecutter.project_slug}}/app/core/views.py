"""What all views share."""

# slot: views.common many

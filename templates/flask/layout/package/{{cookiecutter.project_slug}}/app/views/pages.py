"""Pages."""

# slot: views.pages

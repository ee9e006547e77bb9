"""The API: which address leads to which view."""

# slot: views.api

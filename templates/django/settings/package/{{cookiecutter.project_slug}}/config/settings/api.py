"""The API."""

# slot: settings.api

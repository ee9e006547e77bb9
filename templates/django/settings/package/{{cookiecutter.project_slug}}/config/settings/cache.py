"""The cache."""

# slot: settings.cache

"""Settings, read from the environment."""

# slot: config

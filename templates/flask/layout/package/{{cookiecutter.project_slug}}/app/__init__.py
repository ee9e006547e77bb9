"""The application; `create_app` puts its parts together."""

# slot: factory

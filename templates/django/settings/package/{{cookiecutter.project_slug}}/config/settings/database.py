"""The database."""

# slot: settings.database

# slot: settings.auto_field

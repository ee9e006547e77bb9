"""Users, passwords and sessions."""

# slot: settings.auth

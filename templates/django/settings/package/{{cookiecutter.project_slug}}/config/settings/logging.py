"""Logs: to standard error, where the platform collects them."""

# slot: settings.logging

"""Logs: JSON in production, readable lines in development."""

# slot: logs

"""Background tasks."""

# slot: settings.tasks

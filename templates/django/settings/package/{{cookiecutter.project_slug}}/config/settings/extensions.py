"""Third-party applications that need a setting or two."""

# slot: settings.extensions many spaced

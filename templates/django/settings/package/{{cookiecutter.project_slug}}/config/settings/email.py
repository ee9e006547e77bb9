"""E-mail: where it goes, and who it is from."""

# slot: settings.email

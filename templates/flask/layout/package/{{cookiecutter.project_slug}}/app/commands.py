"""Commands for `flask`."""

# slot: commands

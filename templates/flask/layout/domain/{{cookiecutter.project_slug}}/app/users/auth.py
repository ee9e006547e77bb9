"""Who is asking."""

# slot: auth

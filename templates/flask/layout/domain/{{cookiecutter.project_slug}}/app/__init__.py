"""The application; `create_app` puts its domains together.

Each domain is a package of its own; `core` is what they share. Domains import from
`core`, never the other way round.
"""

# slot: factory

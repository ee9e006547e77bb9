"""Fixtures for the tests of every app; those of one app go into its tests folder."""

# slot: tests.fixtures many spaced

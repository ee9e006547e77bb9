"""Whichway: recommend Django or Flask with reasons, and render a starter repository."""

__version__ = "0.1.0"

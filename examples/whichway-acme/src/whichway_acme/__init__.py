"""Templates for Whichway. This package holds data: nothing of it is imported."""

"""Where template roots are found."""

from __future__ import annotations

from pathlib import Path


def built_in_root() -> Path:
    """Return our own templates: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"

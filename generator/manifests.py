"""Reading manifests: TOML with known keys, and errors that name file, line and fix."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.errors import TemplateError, did_you_mean

#: The type (or types) of each valid key; empty means any key with a string value.
Keys = Mapping[str, Any]

FRAMEWORK_KEYS = {"title": str, "summary": str, "website": str}
AXIS_KEYS = {
    "title": str,
    "prompt": str,
    "summary": str,
    "after": (str, list),
    "order": list,
    "many": bool,
    "ask": bool,
    "when": dict,
    "default": list,
}
APPENDED = (
    "aliases", "dependencies", "dev-dependencies", "words", "copy-only", "next-steps", "urls"
)  # fmt: skip
LAYER_KEYS = {
    "title": str,
    "summary": str,
    "kind": str,
    "aliases": list,
    "notices": dict,
    "when": dict,
    "why": str,
    "requires": list,
    "conflicts": list,
    "dependencies": list,
    "dev-dependencies": list,
    "requires-python": str,
    "copy-only": list,
    "leaves-out": dict,
    "move": dict,
    "next-steps": list,
    "migrate": str,
    "serve": str,
    "urls": list,
    "words": list,
    "used-as": dict,
}


def condition(table: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    """Return a ``when`` table with every value as a tuple."""
    return {
        axis: (value,) if isinstance(value, str) else tuple(value) for axis, value in table.items()
    }


def merged_toml(files: Iterable[Path], keys: Keys) -> dict[str, Any]:
    """Read those manifests that exist; a later file's keys win."""
    table: dict[str, Any] = {}
    for file in files:
        if file.exists():
            table.update(read_toml(file, keys))
    return table


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Mapping[str, Any]:
    """Parse TOML; what frameworks share is parsed once."""
    return tomllib.loads(text)


def read_toml(file: Path, keys: Keys) -> dict[str, Any]:
    """Read a manifest. Raises ``TemplateError`` naming file, line or key, and the fix.

    With ``keys`` empty, any key with a string value is taken.
    """
    try:
        table = _parsed(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TemplateError(f"{file}: not valid TOML: {error}.") from None
    for key, value in table.items():
        if keys and key not in keys:
            raise TemplateError(
                f'{file}:{_line_of(file, key)}: unknown key "{key}".'
                f"{did_you_mean(key, keys)} Valid keys: {', '.join(sorted(keys))}."
            )
        if not isinstance(value, keys.get(key, str)):
            raise TemplateError(
                f'{file}:{_line_of(file, key)}: "{key}" has a value of the wrong type'
                f" ({type(value).__name__})."
            )
    return dict(table)


def _line_of(file: Path, key: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    pattern = re.compile(rf'\s*\[*"?{re.escape(key)}\b')
    return next((n for n, line in enumerate(lines, 1) if pattern.match(line)), 1)

"""Reading manifests: TOML with known keys, and errors that name file, line and fix."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.errors import TemplateError, did_you_mean
from generator.reading import read_manifest

#: What a value must be: for people, and as a function.
Shape = tuple[str, Callable[[Any], bool]]
#: The shape of each valid key; empty means any key with a text.
Keys = Mapping[str, Shape]


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_text_or_list(value: Any) -> bool:
    return _is_text(value) or _is_list(value)


def _is_table_of(shape: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, dict) and all(map(shape, value.values()))


def _are_defaults(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_default, value))


def _is_default(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and {"layer"} <= value.keys() <= {"layer", "when", "why"}
        and _is_text(value["layer"])
        and _is_text(value.get("why", ""))
        and CONDITION[1](value.get("when", {}))
    )


TEXT: Shape = "a text", _is_text
FLAG: Shape = "true or false", lambda value: isinstance(value, bool)
LIST: Shape = "a list of texts", _is_list
TEXT_OR_LIST: Shape = "a text or a list of texts", _is_text_or_list
TEXTS: Shape = "a table of texts", _is_table_of(_is_text)
LISTS: Shape = "a table of lists of texts", _is_table_of(_is_list)
CONDITION: Shape = ("a table of names or lists of names, by axis", _is_table_of(_is_text_or_list))
DEFAULTS: Shape = "a list of tables with the keys layer, when and why", _are_defaults

FRAMEWORK_KEYS = {"title": TEXT, "summary": TEXT, "website": TEXT}
AXIS_KEYS = {
    "title": TEXT,
    "prompt": TEXT,
    "summary": TEXT,
    "after": TEXT_OR_LIST,
    "order": LIST,
    "many": FLAG,
    "ask": FLAG,
    "when": CONDITION,
    "default": DEFAULTS,
}
APPENDED = (
    "aliases", "dependencies", "dev-dependencies", "words", "copy-only", "next-steps", "urls"
)  # fmt: skip
LAYER_KEYS = {
    "title": TEXT,
    "summary": TEXT,
    "kind": TEXT,
    "aliases": LIST,
    "notices": TEXTS,
    "when": CONDITION,
    "why": TEXT,
    "requires": LIST,
    "conflicts": LIST,
    "dependencies": LIST,
    "dev-dependencies": LIST,
    "requires-python": (
        'a text such as ">=3.12"',
        lambda v: bool(re.fullmatch(r">=3\.\d+", str(v))),
    ),
    "copy-only": LIST,
    "leaves-out": TEXTS,
    "move": TEXTS,
    "next-steps": LIST,
    "migrate": TEXT,
    "serve": TEXT,
    "urls": LIST,
    "words": LIST,
    "used-as": LISTS,
}


def condition(table: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    """Return a ``when`` table with every value as a tuple."""
    return {
        axis: (value,) if isinstance(value, str) else tuple(value) for axis, value in table.items()
    }


def merged_manifests(folders: Iterable[Path], name: str, keys: Keys) -> dict[str, Any]:
    """Read the manifests of one name that exist; a later one's keys win."""
    table: dict[str, Any] = {}
    for folder in folders:
        with suppress(FileNotFoundError):
            table.update(checked_manifest(folder, name, keys))
    return table


def checked_manifest(folder: Path, name: str, keys: Keys) -> Mapping[str, Any]:
    """Read a manifest. Raises ``TemplateError`` naming file, line or key, and the fix.

    With ``keys`` empty, any key with a text is taken.
    """
    try:
        table = read_manifest(folder, name)
    except ValueError as error:
        raise TemplateError(f"{folder / name}: not valid TOML: {error}.") from None
    for key, value in table.items():
        if keys and key not in keys:
            raise TemplateError(
                f'{_place(folder / name, key)}: unknown key "{key}".'
                f"{did_you_mean(key, keys)} Valid keys: {', '.join(sorted(keys))}."
            )
        wanted, fits = keys.get(key, TEXT)
        if not fits(value):
            raise TemplateError(
                f'{_place(folder / name, key)}: "{key}" is {wanted}, not {value!r}.'
            )
    return table


def _place(file: Path, key: str) -> str:
    """Return a file with the line on which a key stands."""
    lines = file.read_text(encoding="utf-8").splitlines()
    pattern = re.compile(rf'\s*\[*"?{re.escape(key)}\b')
    line = next((n for n, line in enumerate(lines, 1) if pattern.match(line)), 1)
    return f"{file}:{line}"

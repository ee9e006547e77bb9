"""Blank lines of composed Python modules, as ruff's formatter wants them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_LONG_STRING = re.compile(r"(\"{3}|'{3})(?:\\.|.)*?\1", re.DOTALL)
_CONTINUES = re.compile(r"[)\]}]|(?:else|elif|except|finally)\b")
_DEFINES = re.compile(r"(?:def|class|async def)\b|@")
_IMPORTS = re.compile(r"(?:from|import)\b")


class _Statement(NamedTuple):
    """A statement at the top level of a module, decorators included, by its lines."""

    first: int
    last: int
    defines: bool
    imports: bool


def normalized(text: str) -> str:
    """Return a module with blank lines as ruff's formatter wants them around definitions."""
    lines = text.splitlines()
    inside_string = _string_lines(text)
    kept: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if line.strip() or number in inside_string:
            kept.append((number, line))
            continue
        if not kept or (_opens(kept[-1][1]) and kept[-1][0] not in inside_string):
            continue
        if not kept[-1][1].strip() and kept[-1][0] not in inside_string:
            continue
        kept.append((number, ""))
    return _spaced_top_level(list(_top_level(lines, inside_string)), kept)


def _top_level(lines: list[str], inside_string: set[int]) -> Iterable[_Statement]:
    """Yield the statements that begin in the first column: many times as fast as parsing."""
    current: _Statement | None = None
    decorated = False
    for number, line in enumerate(lines, 1):
        if number not in inside_string and (not line.strip() or line.startswith("#")):
            continue
        goes_on = number in inside_string or line[0] in " \t" or _CONTINUES.match(line)
        if current and (goes_on or decorated):
            current = current._replace(last=number)
            decorated = decorated and (bool(goes_on) or line.startswith("@"))
            continue
        if current:
            yield current
        decorated = line.startswith("@")
        defines, imports = _DEFINES.match(line), _IMPORTS.match(line)
        current = _Statement(number, number, bool(defines), bool(imports))
    if current:
        yield current


def _spaced_top_level(statements: list[_Statement], kept: list[tuple[int, str]]) -> str:
    """Put two blank lines around top-level definitions; single ones have been kept."""
    starts = {statement.first: statement for statement in statements}
    ends = {statement.last: statement for statement in statements}
    result: list[str] = []
    previous: _Statement | None = None
    pending: list[str] = []
    for number, line in kept:
        statement = starts.get(number)
        if previous is not None and number > previous.last:
            if statement is None:
                pending.append(line)
                continue
            result += _gap(previous, statement, pending)
            pending = []
            previous = None
        result.append(line)
        if number in ends:
            previous = ends[number]
    return "\n".join([*result, *pending]).rstrip("\n") + "\n"


def _gap(previous: _Statement, statement: _Statement, between: list[str]) -> list[str]:
    """Return the lines between two top-level statements: blank ones and comments."""
    comments = "\n".join(between).strip("\n").split("\n") if any(between) else []
    wide = previous.defines or statement.defines
    if not comments:
        if wide:
            return ["", ""]
        return [""] if between or (previous.imports and not statement.imports) else []
    leading = bool(between) and not between[0]
    trailing = bool(between) and not between[-1]
    head = ["", ""] if previous.defines or (wide and not trailing) else [""] * leading
    tail = ["", ""] if wide and trailing else [""] * trailing
    return [*head, *comments, *tail]


def _opens(line: str) -> bool:
    return line.rstrip().endswith((":", "(", "[", "{"))


def _string_lines(text: str) -> set[int]:
    """Return the numbers of the lines that continue a string."""
    return {
        number
        for found in _LONG_STRING.finditer(text)
        for number in range(
            text.count("\n", 0, found.start()) + 2, text.count("\n", 0, found.end()) + 2
        )
    }

"""Blank lines of composed Python modules, as ruff's formatter wants them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_LONG_STRING = re.compile(
    r'"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""'
    r"|'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''",
    re.DOTALL,
)
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
    first = last = 0
    decorated = defines = imports = False
    for number, line in enumerate(lines, 1):
        inside = number in inside_string
        if not inside and (not line.strip() or line.startswith("#")):
            continue
        goes_on = inside or line[0] in " \t" or bool(_CONTINUES.match(line))
        if first and (goes_on or decorated):
            last = number
            decorated = decorated and (goes_on or line.startswith("@"))
            continue
        if first:
            yield _Statement(first, last, defines, imports)
        first = last = number
        decorated = line.startswith("@")
        defines, imports = bool(_DEFINES.match(line)), bool(_IMPORTS.match(line))
    if first:
        yield _Statement(first, last, defines, imports)


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
    inside: set[int] = set()
    line, at = 1, 0
    for found in _LONG_STRING.finditer(text):
        first = line + text.count("\n", at, found.start())
        line, at = first + found[0].count("\n"), found.end()
        inside.update(range(first + 1, line + 1))
    return inside

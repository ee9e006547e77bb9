"""Blank lines of composed Python modules, as ruff's formatter wants them."""

from __future__ import annotations

import ast
import re

_LONG_STRING = re.compile(r"(\"{3}|'{3})(?:\\.|.)*?\1", re.DOTALL)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def normalized(text: str) -> str:
    """Return a module with blank lines as ruff's formatter wants them around definitions."""
    tree = ast.parse(text)
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
    return _spaced_top_level(tree, kept)


def _spaced_top_level(tree: ast.Module, kept: list[tuple[int, str]]) -> str:
    """Put two blank lines around top-level definitions; single ones have been kept."""
    starts = {_first_line(node): node for node in tree.body}
    ends = {node.end_lineno or 0: node for node in tree.body}
    result: list[str] = []
    previous: ast.stmt | None = None
    pending: list[str] = []
    for number, line in kept:
        node = starts.get(number)
        if previous is not None and (node or not _within(number, previous)):
            if node is None:
                pending.append(line)
                continue
            result += _gap(previous, node, pending)
            pending = []
            previous = None
        result.append(line)
        if number in ends:
            previous = ends[number]
    return "\n".join([*result, *pending]).rstrip("\n") + "\n"


def _within(number: int, node: ast.stmt) -> bool:
    """Say whether a line still belongs to a statement."""
    return number <= (node.end_lineno or 0)


def _gap(previous: ast.stmt, node: ast.stmt, between: list[str]) -> list[str]:
    """Return the lines between two top-level statements: blank ones and comments."""
    comments = "\n".join(between).strip("\n").split("\n") if any(between) else []
    defines = isinstance(previous, DEFINITIONS)
    wide = defines or isinstance(node, DEFINITIONS)
    if not comments:
        if wide:
            return ["", ""]
        return [""] if between or _ends_imports(previous, node) else []
    leading = bool(between) and not between[0]
    trailing = bool(between) and not between[-1]
    head = ["", ""] if defines or (wide and not trailing) else [""] * leading
    tail = ["", ""] if wide and trailing else [""] * trailing
    return [*head, *comments, *tail]


def _ends_imports(previous: ast.stmt, node: ast.stmt) -> bool:
    kinds = (ast.Import, ast.ImportFrom)
    return isinstance(previous, kinds) and not isinstance(node, kinds)


def _first_line(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min(node.lineno, *(d.lineno for d in decorators)) if decorators else node.lineno


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

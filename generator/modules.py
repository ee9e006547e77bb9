"""Composed Python modules: what stands at their top level, and their import blocks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from generator.errors import TemplateError
from generator.imports import Import, import_block, imported_by, parse_imports

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_DOCSTRING = re.compile(r'(?:(?:#[^\n]*)?\n)*"{3}.*?"{3}', re.DOTALL)
#: A line with which something begins that is no comment, no import and no string.
_CODE = re.compile(r"^(?!(?:from|import)\b|[rR]?[\"'])[^#\s)]", re.MULTILINE)


class Outline(NamedTuple):
    """What stands at the top level of a module: its definitions, its imports, or nothing else."""

    defines: frozenset[str]
    imports: tuple[Import, ...]
    bare: bool


@lru_cache(maxsize=8192)
def outline(text: str, path: str) -> Outline:
    """Read a module's top level. Raises ``TemplateError`` naming the line if it is no Python."""
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise no_python(path, error) from None
    imports: list[Import] = []
    defines: set[str] = set()
    for node in _top_level(tree.body):
        if isinstance(node, ast.Import | ast.ImportFrom):
            imports += imported_by(node)
        elif isinstance(node, DEFINITIONS):
            defines.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            defines |= {name for target in targets for name in _bound_by(target)}
    body = [node for node in tree.body if not _is_docstring(node)]
    bare = all(isinstance(node, ast.Import | ast.ImportFrom) for node in body)
    return Outline(frozenset(defines), tuple(imports), bare)


def no_python(path: str, error: SyntaxError) -> TemplateError:
    return TemplateError(f"{path}:{error.lineno}: not valid Python: {error.msg}.")


def _bound_by(target: ast.expr) -> Iterable[str]:
    """Yield the names that an assignment to ``target`` binds: none for ``x[0]`` or ``x.y``."""
    for node in ast.walk(target):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _top_level(body: Iterable[ast.stmt]) -> Iterable[ast.stmt]:
    """Yield statements, those inside top-level ``if``, ``try`` and ``with`` blocks too."""
    for node in body:
        yield node
        if isinstance(node, ast.If | ast.Try | ast.With):
            yield from _top_level(node.body)
            yield from _top_level(getattr(node, "orelse", []))


def with_imports(text: str, imports: Iterable[Import], first_party: frozenset[str]) -> str:
    """Return a module with more imports in its import block, sorted and merged."""
    tree = _leading_tree(text)
    lines = text.splitlines()
    at, end = _import_lines(tree, lines)
    existing = parse_imports(
        "\n".join(lines[node.lineno - 1 : node.end_lineno])
        for node in tree.body
        if at < node.lineno <= end
    )
    block = import_block([*existing, *imports], first_party)
    parts = ["\n".join(lines[:at]).rstrip(), block, "\n".join(lines[end:]).strip("\n")]
    return "\n\n".join(part for part in parts if part) + "\n"


def _leading_tree(text: str) -> ast.Module:
    """Parse a module as far as its import block can go: that of a long one ends early."""
    docstring = _DOCSTRING.match(text)
    code = _CODE.search(text, docstring.end() if docstring else 0)
    try:
        return ast.parse(text[: code.start()] if code else text)
    except SyntaxError:  # a docstring with quotes of its own
        return ast.parse(text)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _import_lines(tree: ast.Module, lines: list[str]) -> tuple[int, int]:
    """Return the slice of lines that the module's leading import block takes."""
    body = list(tree.body)
    at = 0
    if body and _is_docstring(body[0]):
        at = body.pop(0).end_lineno or 0
    leading: list[ast.stmt] = []
    for node in body:
        if not isinstance(node, ast.Import | ast.ImportFrom):
            break
        leading.append(node)
    if leading:
        return leading[0].lineno - 1, leading[-1].end_lineno or 0
    if not at:
        while at < len(lines) and lines[at].startswith("#"):
            at += 1
    return at, at

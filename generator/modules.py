"""Composed Python modules: their import blocks and the first-party imports they lack."""

from __future__ import annotations

import ast
import builtins
import graphlib
import symtable
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.blank_lines import DEFINITIONS
from generator.errors import TemplateError
from generator.imports import Import, import_block, parse_imports

_KNOWN = frozenset(dir(builtins)) | {
    "__file__", "__name__", "__doc__", "__package__", "__spec__", "__annotations__",
    "__class__", "__path__", "__module__", "__qualname__",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """What the composer needs to know of one module's source."""

    defines: frozenset[str]
    imports: tuple[Import, ...]
    missing: frozenset[str]
    bare: bool


def first_party_names(paths: Iterable[str]) -> frozenset[str]:
    """Return the top-level packages and modules of a project, given its file paths."""
    return frozenset(
        path.partition("/")[0].removesuffix(".py") for path in paths if path.endswith(".py")
    )


@lru_cache(maxsize=8192)
def facts(text: str, path: str) -> Facts:
    """Read a module. Raises ``TemplateError`` naming the line when it does not parse."""
    try:
        tree = ast.parse(text)
        table = symtable.symtable(text, path, "exec")
    except SyntaxError as error:
        raise TemplateError(f"{path}:{error.lineno}: not valid Python: {error.msg}.") from None
    imported = {s.get_name() for s in table.get_symbols() if s.is_imported()}
    defined = {s.get_name() for s in table.get_symbols() if s.is_assigned()} - imported
    used = _globals_used(table) | _annotation_names(tree)
    body = [node for node in tree.body if not _is_docstring(node)]
    statements = [ast.unparse(n) for n in tree.body if isinstance(n, ast.Import | ast.ImportFrom)]
    return Facts(
        defines=frozenset(defined),
        imports=tuple(parse_imports(statements)),
        missing=frozenset(used - defined - imported - _KNOWN),
        bare=all(isinstance(node, ast.Import | ast.ImportFrom) for node in body),
    )


def with_imports(text: str, imports: Iterable[Import], first_party: frozenset[str]) -> str:
    """Return a module with more imports in its import block, sorted and merged."""
    tree = ast.parse(text)
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


def resolve_missing(modules: Mapping[str, str]) -> dict[str, list[Import]]:
    """Return the first-party imports that each module lacks, by path.

    A name is looked up among the top-level definitions of the project's modules. Raises
    ``TemplateError`` for a name nobody or two modules define, and for a circle of imports.
    """
    read = {path: facts(text, path) for path, text in modules.items()}
    owners: dict[str, list[str]] = {}
    for path, fact in read.items():
        if not path.startswith("tests/") and "/migrations/" not in path:
            for name in fact.defines:
                owners.setdefault(name, []).append(path)
    lacking: dict[str, list[Import]] = {}
    for path, fact in read.items():
        for name in sorted(fact.missing):
            owner = _owner(name, path, owners.get(name, []))
            lacking.setdefault(path, []).append(_import_from(owner, name, path))
    if lacking:
        _refuse_circles(read, lacking)
    return lacking


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


def _globals_used(table: symtable.SymbolTable) -> set[str]:
    top = table.get_type() == "module"
    names = {
        s.get_name()
        for s in table.get_symbols()
        if s.is_referenced() and (s.is_global() or (top and not s.is_imported()))
    }
    for child in table.get_children():
        names |= _globals_used(child)
    return names


def _annotation_names(tree: ast.Module) -> set[str]:
    """Return names in annotations, which postponed evaluation hides from the symbol table."""
    names: set[str] = set()
    local = {p.arg for n in ast.walk(tree) if isinstance(n, ast.arguments) for p in n.args}
    for node in ast.walk(tree):
        for annotation in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if annotation is not None:
                names |= {n.id for n in ast.walk(annotation) if isinstance(n, ast.Name)}
    defined = {n.name for n in ast.walk(tree) if isinstance(n, DEFINITIONS)}
    return names - defined - local


def _owner(name: str, path: str, found: list[str]) -> str:
    if len(found) == 1:
        return found[0]
    if not found:
        raise TemplateError(f'{path}: the name "{name}" is used, and no module defines it.')
    raise TemplateError(
        f'{path}: the name "{name}" is defined in {" and ".join(sorted(found))}: import it'
        " explicitly."
    )


def _dotted(path: str) -> tuple[str, ...]:
    parts = path.removesuffix(".py").split("/")
    return tuple(parts[:-1] if parts[-1] == "__init__" else parts)


def _import_from(owner: str, name: str, user: str) -> Import:
    """Write an import: relative inside one top-level package, else absolute."""
    target, home = _dotted(owner), user.split("/")[:-1]
    if not home or target[0] != home[0]:
        return Import(".".join(target), name)
    common = 0
    while common < min(len(target), len(home)) and target[common] == home[common]:
        common += 1
    return Import(".".join(target[common:]), name, level=len(home) - common + 1)


def _refuse_circles(read: Mapping[str, Facts], lacking: Mapping[str, list[Import]]) -> None:
    known = {".".join(_dotted(path)): path for path in read}
    graph: dict[str, set[str]] = {}
    for path, fact in read.items():
        for item in (*fact.imports, *lacking.get(path, ())):
            target = known.get(_absolute(item, path))
            if target and target != path:
                graph.setdefault(path, set()).add(target)
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        circle = " → ".join(reversed(error.args[1]))
        raise TemplateError(f"These modules import each other in a circle: {circle}.") from None


def _absolute(item: Import, path: str) -> str:
    if not item.level:
        return item.module
    home = path.split("/")[:-1]
    base = home[: len(home) - item.level + 1]
    return ".".join([*base, item.module] if item.module else base)

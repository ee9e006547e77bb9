"""First-party imports: the ones that composed modules lack, found by the names they use."""

from __future__ import annotations

import builtins
import graphlib
import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from string import punctuation
from typing import TYPE_CHECKING

from generator.errors import TemplateError
from generator.imports import Import
from generator.modules import Outline, no_python, outline

if TYPE_CHECKING:
    from symtable import SymbolTable

_KNOWN = frozenset(dir(builtins)) | {
    "__file__", "__name__", "__doc__", "__package__", "__spec__", "__annotations__",
    "__class__", "__path__", "__module__", "__qualname__",
}  # fmt: skip
#: What stands at the top level, after a line's end: searched for many times as fast as with ``^``.
_DEFINED = re.compile(r"\n(?:(?:async\s+def|def|class)\s+(\w+)|(\w[\w, ]*)(?::[^=\n]+)?=(?!=))")
_IMPORTED = re.compile(r"\n[ \t]*(?:from\s+\S+\s+)?import\s+(?:\([^)]*\)|.*)")
_COMMENT_OR_STRING = re.compile(
    r'#.*|"""[^"\\]*(?:(?s:\\.|"(?!""))[^"\\]*)*"""|"[^"\\\n]*(?:(?s:\\.)[^"\\\n]*)*"'
    r"|'''[^'\\]*(?:(?s:\\.|'(?!''))[^'\\]*)*'''|'[^'\\\n]*(?:(?s:\\.)[^'\\\n]*)*'"
)
#: What separates names with their dots, and keywords with their values, for ``str.translate``.
_BETWEEN = dict.fromkeys(map(ord, set(punctuation) - {".", "_", "="}), " ")
#: With it, annotations are no code.
_POSTPONED = "from __future__ import annotations"


def first_party_names(paths: Iterable[str]) -> frozenset[str]:
    """Return the top-level packages and modules of a project, given its file paths."""
    return frozenset(
        path.partition("/")[0].removesuffix(".py") for path in paths if path.endswith(".py")
    )


@lru_cache(maxsize=8192)
def missing_names(text: str, path: str, among: frozenset[str] | None = None) -> frozenset[str]:
    """Return the names, of all or ``among`` some, that a module uses and nobody binds in it.

    None when it imports ``*``: whatever it lacks may come from there.
    """
    import symtable

    if "import *" in text and any(item.name == "*" for item in outline(text, path).imports):
        return frozenset()
    try:
        table = symtable.symtable(text.replace(_POSTPONED, ""), path, "exec")
    except SyntaxError as error:
        raise no_python(path, error) from None
    used = _globals_used(table, among) - _KNOWN
    top = {name: table.lookup(name) for name in used.intersection(table.get_identifiers())}
    return used - {name for name, s in top.items() if s.is_assigned() or s.is_imported()}


def resolve_missing(
    modules: Mapping[str, str], composed: Collection[str], *, proven: bool = False
) -> dict[str, list[Import]]:
    """Return the first-party imports that each module lacks, by path.

    A name is looked up among the top-level definitions of the project's modules. Raises
    ``TemplateError`` for a name that two modules define, for one that nobody does in a module
    that was ``composed`` of fragments, and for a circle of imports. ``proven`` says that our
    tests have looked for circles and for names that nobody defines.
    """
    suspects: dict[str, frozenset[str] | None] = {**_suspects(modules)}
    if not proven:
        suspects = dict.fromkeys(suspects.keys() | composed)
    missing = {
        path: names
        for path, text in modules.items()
        if path in suspects and (names := missing_names(text, path, suspects[path]))
    }
    if not missing:
        return {}
    wanted = frozenset().union(*missing.values())
    owners: dict[str, list[str]] = {}
    for path, text in modules.items():
        if _lends(path) and not wanted.isdisjoint(_glance(text)[0]):
            defines = _glance(text)[0] if proven else outline(text, path).defines
            for name in defines & wanted:
                owners.setdefault(name, []).append(path)
    packages = {path.partition("/")[0] for path in missing}
    absolute = {name for name in packages if _imports_itself_absolutely(name, modules)}
    lacking = {}
    for path, names in missing.items():
        relative = path.partition("/")[0] not in absolute
        lacking[path] = [
            _import_from(_owner(name, path, owners), name, path, relative=relative)
            for name in sorted(names)
        ]
    if not proven:
        _refuse_circles({path: outline(text, path) for path, text in modules.items()}, lacking)
    return lacking


def _lends(path: str) -> bool:
    """Say whether others import from a module: nobody does from tests and migrations."""
    name = path.rpartition("/")[2]
    tests = path.startswith("tests/") or name.startswith(("test_", "conftest."))
    return not tests and "/migrations/" not in path


def _suspects(modules: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """Return the modules that speak of names which stand at the top level of another one.

    A look at the text alone, many times as fast as parsing all of it: it may suspect too much.
    """
    glances = {path: _glance(text) for path, text in modules.items()}
    defined = frozenset().union(*(found[0] for path, found in glances.items() if _lends(path)))
    return {path: names & defined for path, (_, names) in glances.items() if names & defined}


@lru_cache(maxsize=8192)
def _glance(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names that seem to be defined in a module, and all others in its code."""
    code = "\n" + _COMMENT_OR_STRING.sub(_formatted, text)
    defines = _names(" ".join(a or b for a, b in _DEFINED.findall(code)))
    return defines, _names(code) - defines - _names(" ".join(_IMPORTED.findall(code)))


def _names(code: str) -> frozenset[str]:
    """Return the names that code speaks of, but no attributes and no keywords of calls."""
    words = set(code.translate(_BETWEEN).split())
    keywords = {word for word in words if "=" in word}
    values = (part for word in keywords for part in word.split("=")["==" not in word :])
    return frozenset([word.partition(".")[0] for word in (words - keywords).union(values)])


def _formatted(found: re.Match[str]) -> str:
    """Keep what a string with an ``f`` before it says between braces."""
    start = found.start()
    formatted = "f" in found.string[max(start - 2, 0) : start].lower()
    return " ".join(re.findall(r"\{[^}]*", found[0])) if formatted else ""


def _globals_used(table: SymbolTable, among: frozenset[str] | None) -> frozenset[str]:
    top = table.get_type() == "module"
    names = table.get_identifiers()
    symbols = map(table.lookup, names if among is None else among.intersection(names))
    used = frozenset(
        s.get_name()
        for s in symbols
        if s.is_referenced() and (s.is_global() or (top and not s.is_imported()))
    )
    return used.union(*(_globals_used(child, among) for child in table.get_children()))


def _owner(name: str, path: str, owners: Mapping[str, list[str]]) -> str:
    found = owners.get(name, [])
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


def _imports_itself_absolutely(package: str, modules: Mapping[str, str]) -> bool:
    """Say whether the modules of a package name it in full when they import each other."""
    named = re.compile(rf"\n(?:from|import) {re.escape(package)}\b")
    inside = (f"\n{text}" for path, text in modules.items() if path.startswith(f"{package}/"))
    return any(named.search(text) for text in inside)


def _import_from(owner: str, name: str, user: str, *, relative: bool) -> Import:
    """Write an import: relative inside one top-level package if asked, else absolute."""
    target, home = _dotted(owner), user.split("/")[:-1]
    if not relative or not home or target[0] != home[0]:
        return Import(".".join(target), name)
    common = 0
    while common < min(len(target), len(home)) and target[common] == home[common]:
        common += 1
    return Import(".".join(target[common:]), name, level=len(home) - common + 1)


def _refuse_circles(outlines: Mapping[str, Outline], lacking: Mapping[str, list[Import]]) -> None:
    known = {".".join(_dotted(path)): path for path in outlines}
    graph: dict[str, set[str]] = {}
    for path, found in outlines.items():
        for item in (*found.imports, *lacking.get(path, ())):
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

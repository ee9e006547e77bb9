"""Every import is satisfied by a declared dependency, and every dependency is used."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable
from functools import lru_cache

from generator.checks.project import Finding, Project

#: Development tools that are commands or plugins: nothing has to import them.
TOOLS = frozenset({"mypy", "pytest", "pytest-cov", "ruff", "pre-commit"})


def imports_are_declared(project: Project) -> Iterable[Finding]:
    """Every module imported is the project's own, the standard library's, or a dependency's.

    Application code may import main dependencies only; tests, and code under a condition (such as
    "in development"), those of the dev group as well.
    """
    main, dev = requirements(project)
    own = _own_modules(project)
    in_main = own | {module for name in main for module in _modules(project, name)}
    in_all = in_main | {module for name in dev for module in _modules(project, name)}
    for path, text in project.texts(".py").items():
        tests = _is_for_development(path)
        for module, line, conditional in third_party(text):
            if module not in (in_all if tests or conditional else in_main):
                message = f'imports "{module}", which no declared dependency provides'
                yield Finding("import", path, line, message, project.command)


def requirements_are_used(project: Project) -> Iterable[Finding]:
    """Every dependency is imported, or its name or a ``used-as`` word stands in some file."""
    main, dev = requirements(project)
    modules = {module for text in project.texts(".py").values() for module, *_ in third_party(text)}
    for name in sorted(main | dev):
        if name in TOOLS or _stubs_for(name) & (main | dev):
            continue
        if modules.intersection(_modules(project, name)):
            continue
        words = (name, name.replace("-", "_"), *project.used_as.get(name, ()))
        if not any(_mentions(path, text, words) for path, text in project.files.items()):
            message = f'declares "{name}", which nothing uses'
            yield Finding("dependency", "pyproject.toml", 0, message, project.command)


def requirements(project: Project) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the main dependencies and of all groups' dependencies."""
    return _declared(project.files.get("pyproject.toml", ""))


@lru_cache(maxsize=4096)
def _declared(pyproject: str) -> tuple[frozenset[str], frozenset[str]]:
    try:
        table = tomllib.loads(pyproject)
    except tomllib.TOMLDecodeError:
        return frozenset(), frozenset()
    main = table.get("project", {}).get("dependencies", [])
    groups = table.get("dependency-groups", {}).values()
    return _names(main), _names(line for group in groups for line in group)


def _names(lines: Iterable[object]) -> frozenset[str]:
    found = (re.match(r"[\w.\-]+", line) for line in lines if isinstance(line, str))
    return frozenset(match[0].lower().replace("_", "-") for match in found if match)


@lru_cache(maxsize=32768)
def imported(text: str) -> tuple[tuple[str, int, bool], ...]:
    """Return the modules that a text imports absolutely, their lines, and if on a condition."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return ()
    nodes = list(ast.walk(tree))
    conditional = {
        id(inner)
        for node in nodes
        if isinstance(node, ast.If | ast.Try)
        for inner in ast.walk(node)
    }
    found: list[tuple[str, int, bool]] = []
    for node in nodes:
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names = [node.module]
        else:
            continue
        on_condition = id(node) in conditional
        found += [(name.partition(".")[0], node.lineno, on_condition) for name in names]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=32768)
def third_party(text: str) -> tuple[tuple[str, int, bool], ...]:
    """Return what ``imported`` does, without the standard library."""
    return tuple(found for found in imported(text) if found[0] not in sys.stdlib_module_names)


def _own_modules(project: Project) -> frozenset[str]:
    return frozenset(
        path.partition("/")[0].removesuffix(".py") for path in project.files if path.endswith(".py")
    )


def _modules(project: Project, name: str) -> tuple[str, ...]:
    """Return the modules that a distribution may provide; those of its stubs' target too."""
    usual = [name.replace("-", "_"), name.replace("-", "_").replace(".", "_")]
    return (*usual, *project.used_as.get(name, ()))


def _stubs_for(name: str) -> frozenset[str]:
    """Return the distribution whose types a stub package ships: nobody imports these."""
    if name.startswith("types-"):
        return frozenset({name.removeprefix("types-")})
    return frozenset({name.removesuffix("-stubs")}) if name.endswith("-stubs") else frozenset()


def _is_for_development(path: str) -> bool:
    name = path.rpartition("/")[2]
    return "tests/" in path or name == "conftest.py" or name.startswith("test_")


def _mentions(path: str, text: str, words: tuple[str, ...]) -> bool:
    if path == "pyproject.toml":
        text = _without_requirements(text)
    elif path.endswith(".md") or path in ("uv.lock", "LICENSE"):
        return False
    return any(word in text for word in words)


@lru_cache(maxsize=4096)
def _without_requirements(pyproject: str) -> str:
    """Return pyproject.toml without the arrays that declare dependencies."""
    return re.sub(r"^(?:dependencies|dev|\w+) = \[\n(?:    .*\n)*\]", _requirement_array, pyproject,
                  flags=re.MULTILINE)  # fmt: skip


def _requirement_array(found: re.Match[str]) -> str:
    return "" if re.search(r'"[\w.\-\[\],]+\s*[<>=~!]', found[0]) else found[0]

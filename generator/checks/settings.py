"""The environment variables that a project reads are those that ``.env.example`` shows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import lru_cache

from generator.checks.project import Finding, Project

#: Variables that a dependency reads by itself, by the dependency.
READ_BY = {
    "FLASK_DEBUG": "flask",
    "FLASK_APP": "flask",
    "DJANGO_SETTINGS_MODULE": "django",
    "WEB_CONCURRENCY": "gunicorn",
}
#: Variables that belong to the machine or to a tool, not to the project's settings.
OF_THE_MACHINE = frozenset({"CI", "HOME", "PATH", "PORT", "TZ", "PYTHONUNBUFFERED"})

_ENVIRONMENT = re.compile(r"(?:^|[^a-z])env(?:iron|s)?\b|getenv")
_NAME = re.compile(r"[A-Z][A-Z0-9_]{2,}")
_EXAMPLE = re.compile(r"^(?:# ?)?([A-Z][A-Z0-9_]*)=", re.MULTILINE)


def settings_agree(project: Project) -> Iterable[Finding]:
    """Every variable read is in ``.env.example``, and every one shown there is read.

    A line ``# NAME=value`` in the example counts: it shows a setting that is off.
    """
    example = project.files.get(".env.example")
    if example is None:
        return
    shown = set(_EXAMPLE.findall(example))
    read: set[str] = set()
    for path, text in project.files.items():
        for name, line in variables(path, text):
            read.add(name)
            if name not in shown and name not in OF_THE_MACHINE and name not in READ_BY:
                message = f'reads "{name}", which .env.example does not show'
                yield Finding("setting", path, line, message, project.command)
    for name in sorted(shown - read - READ_BY.keys()):
        message = f'shows "{name}", which nothing reads'
        yield Finding("setting", ".env.example", 0, message, project.command)
    own = project.files.get(".env")
    if own is not None and set(_EXAMPLE.findall(own)) != shown:
        names = ", ".join(sorted(shown.symmetric_difference(_EXAMPLE.findall(own))))
        message = f"and .env.example do not show the same variables: {names}"
        yield Finding("setting", ".env", 0, message, project.command)


@lru_cache(maxsize=32768)
def variables(path: str, text: str) -> tuple[tuple[str, int], ...]:
    """Return the environment variables that a file reads, with their lines."""
    if path.endswith(".py"):
        return tuple(dict.fromkeys(_read_in_python(text)))
    if path.endswith(("compose.yaml", "compose.yml")):
        names = re.finditer(r"(?<!\$)\$\{([A-Z][A-Z0-9_]*)", text)
        return tuple((found[1], text.count("\n", 0, found.start()) + 1) for found in names)
    return ()


def _read_in_python(text: str) -> Iterable[tuple[str, int]]:
    """Yield names used as keys of, or together with, something that is called ``env…``."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            keys, spoken = [node.slice], ast.unparse(node.value)
        elif isinstance(node, ast.Call):
            keys, spoken = node.args[:1], ast.unparse(node.func)
            if re.search(r"\b(?:monkeypatch|setenv|delenv|setdefault)\b", spoken):
                continue
            if not _ENVIRONMENT.search(spoken) and node.args:
                keys, spoken = node.args[1:2], ast.unparse(node.args[0])
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In):
            keys, spoken = [node.left], ast.unparse(node.comparators[0])
        else:
            continue
        if not _ENVIRONMENT.search(spoken):
            continue
        for key in keys:
            name = key.value if isinstance(key, ast.Constant) else None
            if isinstance(name, str) and _NAME.fullmatch(name):
                yield name, node.lineno

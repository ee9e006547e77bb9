"""Lint and format of many projects in one call of ruff, each distinct file once.

Files are packed into synthetic trees: all files of a tree share the ruff settings and the names of
the first-party modules, on which the order of imports depends. Each tree is a project root.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from generator.checks.project import Finding, Project


@dataclass
class _Group:
    """Texts that share settings and first-party names, packed into as few trees as fit."""

    pyproject: str
    first_party: frozenset[str]
    trees: list[dict[str, str]] = field(default_factory=list)
    seen: dict[str, set[str]] = field(default_factory=dict)

    @cached_property
    def id(self) -> str:
        text = self.pyproject + "\n" + " ".join(sorted(self.first_party))
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    def add(self, path: str, text: str) -> tuple[int, str] | None:
        """Place a text; return its tree and path, or nothing when it is there already."""
        texts = self.seen.setdefault(path, set())
        if text in texts:
            return None
        texts.add(text)
        index = len(texts) - 1
        if index == len(self.trees):
            self.trees.append({})
        self.trees[index][path] = text
        return index, path


class Trees:
    """Collects the Python files of any number of projects; equal ones are kept once."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, frozenset[str]], _Group] = {}
        self._commands: dict[tuple[str, int, str], str] = {}

    @property
    def files(self) -> int:
        """The number of distinct files collected."""
        return len(self._commands)

    def add(self, project: Project) -> None:
        """Collect a project's Python files that were not collected before."""
        python = project.texts(".py", ".pyi")
        first_party = frozenset(path.partition("/")[0].removesuffix(".py") for path in python)
        key = _settings(project.files.get("pyproject.toml", "")), first_party
        group = self._groups.setdefault(key, _Group(*key))
        for path, text in python.items():
            self._place(group, path, text, project.command)

    def merge(self, other: Trees) -> None:
        """Take over what another collection holds."""
        for key, theirs in other._groups.items():
            group = self._groups.setdefault(key, _Group(*key))
            for index, tree in enumerate(theirs.trees):
                for path, text in tree.items():
                    self._place(group, path, text, other._commands[theirs.id, index, path])

    def write(self, root: Path) -> None:
        """Write every tree into a folder of its own below ``root``."""
        for group in self._groups.values():
            for index, tree in enumerate(group.trees):
                _write(root / f"{group.id}-{index}", group, tree)

    def origin(self, file: Path) -> tuple[str, str]:
        """Return the project path of a file given below the root, and a command that makes it."""
        tree, *rest = file.parts
        group, _, index = tree.partition("-")
        path = "/".join(rest)
        return path, self._commands.get((group, int(index), path), "")

    def _place(self, group: _Group, path: str, text: str, command: str) -> None:
        if placed := group.add(path, text):
            self._commands[group.id, *placed] = command


def lint_and_format(trees: Trees, root: Path, program: str) -> list[Finding]:
    """Run ``ruff check`` and ``ruff format --check`` once each over trees written to ``root``."""
    common = ("--no-cache", "--output-format", "json", str(root.resolve()))
    found = []
    for check, command in (("ruff", ("check",)), ("format", ("format", "--check"))):
        for item in json.loads(_run(program, *command, *common) or "[]"):
            path, made_by = trees.origin(Path(item["filename"]).relative_to(root.resolve()))
            code = f"{item['code']} " if check == "ruff" else ""
            line = item["location"]["row"]
            found.append(Finding(check, path, line, code + item["message"], made_by))
    return found


def ruff_program() -> str | None:
    """Return ruff's path: beside this Python, or on the search path."""
    beside = Path(sys.executable).with_name("ruff")
    return str(beside) if beside.exists() else shutil.which("ruff")


@lru_cache(maxsize=4096)
def _settings(pyproject: str) -> str:
    """Return what of pyproject.toml ruff reads, in a form that equal settings share."""
    try:
        table = tomllib.loads(pyproject)
    except tomllib.TOMLDecodeError:
        return ""
    ruff: dict[str, Any] = table.get("tool", {}).get("ruff", {})
    python = table.get("project", {}).get("requires-python", ">=3.11")
    return json.dumps({"python": python, "ruff": ruff}, sort_keys=True)


def _write(folder: Path, group: _Group, tree: Mapping[str, str]) -> None:
    """Write one tree, with an empty file for each first-party module that it lacks and imports."""
    settings = json.loads(group.pyproject or '{"python": ">=3.11", "ruff": {}}')
    imported = {path for text in tree.values() for path in _paths_imported(text)}
    files = {**dict.fromkeys(sorted(imported & group.seen.keys()), ""), **tree}
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    lines = [
        "[project]",
        'name = "tree"',
        'version = "0"',
        f"requires-python = {json.dumps(settings['python'])}",
        *_toml_tables(("tool", "ruff"), settings["ruff"]),
    ]
    (folder / "pyproject.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _paths_imported(text: str) -> Iterable[str]:
    """Yield the files that the absolute imports of a text may mean, packages around them too."""
    for name in re.findall(r"^\s*(?:from|import) ([\w.]+)", text, re.MULTILINE):
        parts = name.split(".")
        for length in range(1, len(parts) + 1):
            path = "/".join(parts[:length])
            yield f"{path}.py"
            yield f"{path}/__init__.py"


def _toml_tables(name: tuple[str, ...], table: Mapping[str, Any]) -> Iterable[str]:
    yield f"[{'.'.join(json.dumps(part) for part in name)}]"
    for key, value in table.items():
        if not isinstance(value, dict):
            yield f"{json.dumps(key)} = {json.dumps(value)}"
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _toml_tables((*name, key), value)


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command[:2])} failed: {done.stderr.strip()}")
    return done.stdout

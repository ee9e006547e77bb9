"""Lint and format of many projects in one call of ruff, each distinct file once.

Files are packed into synthetic trees: all files of a tree share the ruff settings and the names of
the first-party modules, on which the order of imports depends. Each tree is a project root.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
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


class RuffTrees:
    """Collects the Python files of any number of projects, and asks ruff about all of them."""

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
            if placed := group.add(path, text):
                self._commands[group.id, *placed] = project.command

    def findings(self, ruff: str | None = None) -> list[Finding]:
        """Run ``ruff check`` and ``ruff format --check`` once each over everything."""
        program = ruff or ruff_program()
        if program is None:
            raise FileNotFoundError("ruff is not installed")
        with tempfile.TemporaryDirectory(prefix="whichway-ruff-") as name:
            root = Path(name).resolve()
            for group in self._groups.values():
                for index, tree in enumerate(group.trees):
                    _write(root / f"{group.id}-{index}", group, tree)
            return [*self._linted(program, root), *self._formatted(program, root)]

    def _linted(self, program: str, root: Path) -> Iterable[Finding]:
        done = _run([program, "check", "--no-cache", "--output-format", "json", str(root)])
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stderr)
        for item in json.loads(done.stdout or "[]"):
            path, command = self._place(Path(item["filename"]).relative_to(root))
            line = item["location"]["row"]
            yield Finding("ruff", path, line, f"{item['code']} {item['message']}", command)

    def _formatted(self, program: str, root: Path) -> Iterable[Finding]:
        done = _run([program, "format", "--check", "--no-cache", str(root)])
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stderr)
        for line in done.stdout.splitlines():
            if line.startswith("Would reformat: "):
                file = Path(line.removeprefix("Would reformat: "))
                path, command = self._place(file.relative_to(root) if file.is_absolute() else file)
                diff = _run([program, "format", "--diff", "--no-cache", str(root / file)]).stdout
                where = next((t for t in diff.splitlines() if t.startswith("@@")), "")
                number = int(where.split("+")[1].split(",")[0]) if where else 0
                yield Finding("format", path, number, "ruff format would change it", command)

    def _place(self, relative: Path) -> tuple[str, str]:
        tree, *rest = relative.parts
        group, _, index = tree.partition("-")
        path = "/".join(rest)
        return path, self._commands.get((group, int(index), path), "")


def ruff_program() -> str | None:
    """Return ruff's path: beside this Python, or on the search path."""
    import sys

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
    """Write one tree; first-party modules that have no file in it get an empty one."""
    settings = json.loads(group.pyproject or '{"python": ">=3.11", "ruff": {}}')
    files = dict(tree)
    tops = {path.partition("/")[0].removesuffix(".py") for path in tree}
    files |= {f"{name}/__init__.py": "" for name in group.first_party - tops}
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


def _toml_tables(name: tuple[str, ...], table: Mapping[str, Any]) -> Iterable[str]:
    yield f"[{'.'.join(json.dumps(part) for part in name)}]"
    for key, value in table.items():
        if not isinstance(value, dict):
            yield f"{json.dumps(key)} = {json.dumps(value)}"
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _toml_tables((*name, key), value)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)

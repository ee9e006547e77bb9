"""The project keeps to its own rules."""

from __future__ import annotations

import ast
import graphlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator"


@pytest.mark.parametrize(
    "arguments",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]],
    ids=["ruff-check", "ruff-format", "mypy"],
)
def test_the_checkers_are_content(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


#: The pure core: from answers to the composition. Nothing here asks, prints or starts a process.
CORE = {
    "answers", "blank_lines", "catalog", "choose", "compose", "decision", "equivalent", "errors",
    "first_party",
    "imports", "layers", "manifests", "modules", "names", "overlay", "plan", "provided", "reading",
    "slots",
}  # fmt: skip


def imported(file: Path) -> set[str]:
    """Return the modules of the package that a module imports at its top or later."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            parts = node.module.split(".")
            if parts[0] == "generator" and len(parts) > 1:
                found.add(parts[1])
            elif parts == ["generator"]:
                found |= {alias.name for alias in node.names if not alias.name.startswith("__")}
    return found


def test_imports_point_downwards() -> None:
    """No circle, and the core knows nothing of the edge around it."""
    graph = {file.stem: imported(file) for file in PACKAGE.glob("*.py")}
    graphlib.TopologicalSorter(graph).prepare()
    assert {name: graph[name] - CORE for name in CORE if graph[name] - CORE} == {}


@pytest.mark.parametrize("name", sorted(CORE))
def test_the_core_touches_nothing(name: str) -> None:
    shell = {"click", "questionary", "rich", "subprocess", "socket", "sys"}
    allowed = {"sys"} if name in {"imports", "names"} else set()
    tree = ast.parse((PACKAGE / f"{name}.py").read_text(encoding="utf-8"))
    tops = {
        module.partition(".")[0]
        for node in ast.walk(tree)
        for module in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert tops & shell <= allowed


def test_files_can_be_read_in_one_sitting() -> None:
    long = {
        file.name: lines
        for file in PACKAGE.rglob("*.py")
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > 280
    }
    assert long == {}

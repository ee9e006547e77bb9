"""The built wheel, installed alone into a new environment, does what the checkout does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UV = (sys.executable, "-m", "uv")


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(*UV, "build", "--quiet", "--wheel", "--out-dir", folder, cwd=ROOT)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the commands of an environment that holds the wheel alone."""
    folder = tmp_path_factory.mktemp("environment")
    run(*UV, "venv", "--quiet", "--python", sys.executable, folder / "venv", cwd=folder)
    commands = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(*UV, "pip", "install", "--quiet", "--python", commands / "python", wheel, cwd=folder)
    return commands


def test_the_wheel_carries_every_template(wheel: Path) -> None:
    inside = {
        name.removeprefix("generator/templates/")
        for name in zipfile.ZipFile(wheel).namelist()
        if name.startswith("generator/templates/")
    }
    tracked = run("git", "ls-files", "templates", cwd=ROOT).splitlines()
    assert {name.removeprefix("templates/") for name in tracked} <= inside


def test_the_installed_command_generates(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "whichway", "--version", cwd=tmp_path).startswith("whichway ")
    menu = json.loads(run(installed / "whichway", "list", "--json", cwd=tmp_path))
    assert [framework["id"] for framework in menu["frameworks"]] == ["django", "flask"]
    run(installed / "whichway", "new", "demo", "--defaults", "--no-git", cwd=tmp_path)
    run(installed / "python", "-m", "generator", "new", "other", "-y", "--no-git", cwd=tmp_path)
    names = {path.relative_to(tmp_path / "demo") for path in (tmp_path / "demo").rglob("*")}
    assert {
        path.relative_to(tmp_path / "other") for path in (tmp_path / "other").rglob("*")
    } == names
    assert Path("README.md") in names

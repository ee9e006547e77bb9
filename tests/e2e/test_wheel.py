"""The built wheel, installed alone into a new environment, does what the checkout does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.reading import MENU, SOURCES

ROOT = Path(__file__).parents[2]
FRAMEWORKS = ("django", "flask")
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
    index = {f"{home}/{part}" for home in ("django", "flask", "shared") for part in (MENU, SOURCES)}
    assert inside == {name.removeprefix("templates/") for name in tracked} | index


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


def test_an_installed_command_reads_the_index_alone(installed: Path, tmp_path: Path) -> None:
    """Without a single template beside it, the index makes the same project."""
    new = (installed / "whichway", "new", "--defaults", "--no-git", "--dry-run", "--json")
    before = [json.loads(run(*new, "demo", "--framework", f, cwd=tmp_path)) for f in FRAMEWORKS]
    where = "import generator; print(generator.__path__[0])"
    root = Path(run(installed / "python", "-c", where, cwd=tmp_path).strip(), "templates")
    for file in [file for file in root.rglob("*") if file.is_file()]:
        if file.name not in (MENU, SOURCES):
            file.unlink()
    after = [json.loads(run(*new, "demo", "--framework", f, cwd=tmp_path)) for f in FRAMEWORKS]
    assert after == before

"""The example package: installed beside Whichway in a new environment, and tested there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples/whichway-acme"
UV = (sys.executable, "-m", "uv")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the example with an environment in ``.venv``."""
    copy = tmp_path_factory.mktemp("example") / "whichway-acme"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))
    run(*UV, "venv", "--quiet", "--python", sys.executable, "--seed", ".venv", cwd=copy)
    run(*UV, "pip", "install", "--quiet", "--python", ".venv/bin/python", ROOT, copy, "pytest",
        "ruff", cwd=copy)  # fmt: skip
    return copy


def run(*command: str | Path, cwd: Path) -> str:
    folders = [str(cwd / ".venv/bin"), str(Path(sys.executable).parent), os.environ["PATH"]]
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, "PATH": os.pathsep.join(folders), "XDG_CONFIG_HOME": str(cwd / "home")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_tutorial_works_as_it_is_written(example: Path) -> None:
    (example / "tutorial").mkdir()
    text = (ROOT / "docs/extending.md").read_text(encoding="utf-8")
    steps = text.partition("## Ten minutes")[2].partition("## How it works")[0]
    blocks = re.findall(r"^```bash\n(.*?)^```", steps, re.MULTILINE | re.DOTALL)
    assert len(blocks) > 6
    shown = run("bash", "-euxo", "pipefail", "-c", "\n".join(["cd tutorial", *blocks]), cwd=example)
    assert "Flask-Compress" in shown or "flask-compress" in shown
    assert shown.count("Compress(app)") == 2
    assert "# The house style." in shown
    run("pip", "uninstall", "--quiet", "--yes", "acme-layers", cwd=example)


def test_its_layers_are_on_the_menu_of_whoever_installs_it(example: Path) -> None:
    menu = run(example / ".venv/bin/whichway", "list", cwd=example)
    assert "The house licence: for use within Acme only." in menu
    assert "flask-compress" in menu


def test_its_preset_makes_a_project(example: Path) -> None:
    words = ["new", "invoices", "--preset", "acme-service", "--defaults", "--no-git"]
    run(example / ".venv/bin/whichway", *words, cwd=example)
    project = example / "invoices"
    assert "Acme Inc." in (project / "LICENSE").read_text()
    assert "house style" in (project / ".editorconfig").read_text()
    assert "Compress(app)" in (project / "app/__init__.py").read_text()


def test_its_own_tests_pass(example: Path) -> None:
    assert " passed" in run(example / ".venv/bin/python", "-m", "pytest", "-q", cwd=example)

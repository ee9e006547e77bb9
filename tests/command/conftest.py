"""The command in this process or in one of its own, on a tiny menu and with nobody's settings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import HealthCheck, settings

from generator import cli, interrupts, options, roots
from tests.command.menu import write_root

CHECKOUT = Path(__file__).parents[2]

#: HYPOTHESIS_PROFILE=thousands runs the property tests at length; see docs/command.md.
_QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
settings.register_profile("few", max_examples=40, deadline=None, suppress_health_check=_QUIET)
settings.register_profile("thousands", settings.get_profile("few"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "few"))


@dataclass(frozen=True)
class Result:
    """What a run said and how it ended."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


class Whichway(Protocol):
    """Run the command with arguments and return its result."""

    def __call__(self, *arguments: str, **variables: str) -> Result: ...


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_root(tmp_path_factory.mktemp("menu"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home with a git identity and nothing else."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / ".gitconfig").write_text('[user]\nname = "Ada"\nemail = "ada@example.org"\n')
    return folder


def environment(home: Path) -> dict[str, str]:
    """Return the variables for a run that nobody's settings disturb."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("WHICHWAY_", "XDG_", "GIT_", "LC_", "PYTHONDONTWRITE", "COLUMNS"))
    }
    return {
        **kept,
        "HOME": str(home),
        "PYTHONPATH": str(CHECKOUT),
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "GIT_CONFIG_NOSYSTEM": "1",
    }


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Return the folder that runs stand in."""
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


@pytest.fixture
def whichway(
    root: Path,
    home: Path,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Whichway]:
    """Return the command, run in this process; its catalogue is forgotten afterwards."""
    monkeypatch.setattr(roots, "built_in_root", lambda: root)
    monkeypatch.setattr(interrupts, "watch", lambda: None)
    monkeypatch.setattr(interrupts, "_outcome", interrupts.outcome())
    monkeypatch.chdir(here)
    for name in set(os.environ) - set(environment(home)):
        monkeypatch.delenv(name)
    for name, value in environment(home).items():
        monkeypatch.setenv(name, value)

    def run(*arguments: str, **variables: str) -> Result:
        options.cached_catalog.cache_clear()
        with pytest.MonkeyPatch.context() as patch:
            for name, value in variables.items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["whichway", *arguments])
            capsys.readouterr()
            status = cli.run()
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    yield run
    options.cached_catalog.cache_clear()


def command(root: Path, *arguments: str) -> list[str]:
    """Return the command line of a run in a process of its own."""
    return [sys.executable, "-m", "tests.command.on", str(root), *arguments]


def process(
    root: Path, home: Path, here: Path, *arguments: str, extra: Mapping[str, str] | None = None
) -> Result:
    """Run the command in a process of its own, without a terminal."""
    done = subprocess.run(
        command(root, *arguments),
        cwd=here,
        env={**environment(home), **(extra or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return Result(
        done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
    )


def tree(folder: Path) -> set[str]:
    """Return the paths of all files below a folder."""
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir()}

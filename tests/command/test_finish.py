"""After writing: git, dependencies, database; with commands that only pretend."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command.conftest import Whichway

Fake = Callable[..., None]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whichway: Whichway) -> Fake:
    """Return a function that puts a command on the path which notes how it is called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def make(name: str, status: int = 0, said: str = "") -> None:
        file = folder / name
        file.write_text(
            f'#!/bin/sh\necho "{name} $*" >> "{tmp_path}/calls"\necho "{said}" >&2\nexit {status}\n'
        )
        file.chmod(0o755)

    return make


def calls(tmp_path: Path) -> list[str]:
    file = tmp_path / "calls"
    return file.read_text().splitlines() if file.exists() else []


def test_nothing_is_done_unasked(whichway: Whichway, fake: Fake, tmp_path: Path) -> None:
    fake("uv")
    fake("git")
    result = whichway("new", "shop", "-y", "--author", "Ada")
    assert result.status == 0
    assert [call for call in calls(tmp_path) if not call.startswith("git config")] == []
    assert "  uv run python manage.py migrate\n  uv run python manage.py runserver\n" in result.out


def test_git_commits_everything_as_the_user(whichway: Whichway, here: Path) -> None:
    result = whichway("new", "shop", "-y", "--git")
    assert result.status == 0, result.err
    assert "Make the first commit: 0." in result.err or "Make the first commit: " in result.err
    log = subprocess.run(
        ["git", "log", "--format=%an %ae %s"], cwd=here / "shop", capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert log.stdout == "Ada ada@example.org Start with Whichway\n"
    state = subprocess.run(
        ["git", "status", "--porcelain"], cwd=here / "shop", capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert state.stdout == ""


def test_the_equivalent_command_does_as_much(whichway: Whichway, here: Path) -> None:
    given = ("--author", "Ada", "--email", "ada@example.org", "--output-dir", "over there", "--git")
    result = whichway("new", "shop", "-y", *given)
    assert '--defaults --output-dir "over there" --git\n' in result.err
    assert result.out.startswith("Wrote over there/shop in ")
    assert "--git" not in (here / "over there/shop/README.md").read_text()


def test_no_repository_inside_another(whichway: Whichway, here: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=here, check=True)
    result = whichway("new", "shop", "-y", "--git")
    assert result.status == 0
    assert "is one already" in result.err
    assert not (here / "shop/.git").exists()


def test_without_an_identity_the_project_stays(whichway: Whichway, here: Path, home: Path) -> None:
    (home / ".gitconfig").write_text("[user]\nuseConfigOnly = true\n")
    result = whichway("new", "shop", "-y", "--git", "--author", "Ada")
    assert result.status == 4
    assert (here / "shop/README.md").exists()
    assert "To do:" in result.out
    assert 'git commit "--message=Start with Whichway"' in result.out


def test_uv_installs_and_migrates(whichway: Whichway, fake: Fake, tmp_path: Path) -> None:
    fake("uv")
    result = whichway("new", "shop", "-y", "--migrate", "--json")
    assert result.status == 0
    assert [(step["id"], step["ok"]) for step in result.data["steps"]] == [
        ("install", True), ("migrate", True),
    ]  # fmt: skip
    assert calls(tmp_path) == ["uv sync --quiet", "uv run python manage.py migrate"]


def test_a_failed_step_is_the_first_thing_to_do(whichway: Whichway, fake: Fake, here: Path) -> None:
    fake("uv", 3, "no network")
    result = whichway("new", "shop", "-y", "--migrate", "--git")
    assert result.status == 4
    assert "Install the dependencies: failed: uv sync: no network (exit status 3)" in (result.err)
    assert 'Bring the database up: failed: not tried, because "install" failed' in result.err
    todo = result.out.partition("To do:\n")[2].splitlines()
    assert [line.strip() for line in todo[:3]] == [
        "cd shop", "uv sync", "uv run python manage.py migrate",
    ]  # fmt: skip
    assert (here / "shop/.git").is_dir()
    assert whichway("new", "other", "--json", "--install").status == 4


def test_without_uv_venv_and_pip_do(
    whichway: Whichway, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An environment is really made; installing into it would need an index."""
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_RETRIES", "0")
    result = whichway("new", "shop", "-y", "--install")
    assert result.status == 4
    assert (here / "shop/.venv").is_dir()
    assert "python -m venv .venv" in result.out
    assert sys.executable not in result.out
    assert ".venv/bin/python manage.py runserver" in result.out


def test_another_environment_does_not_leak_in(
    whichway: Whichway, fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake("uv")
    file = tmp_path / "bin/uv"
    file.write_text(f'#!/bin/sh\necho "[$VIRTUAL_ENV]" >> "{tmp_path}/calls"\n')
    monkeypatch.setenv("VIRTUAL_ENV", "/somewhere/else")
    assert whichway("new", "shop", "-y", "--install").status == 0
    assert calls(tmp_path) == ["[]"]


def test_switches_come_from_the_configuration_too(
    whichway: Whichway, fake: Fake, home: Path, tmp_path: Path
) -> None:
    fake("uv")
    (home / ".config/whichway").mkdir(parents=True)
    (home / ".config/whichway/config.toml").write_text("install = true\n")
    assert whichway("new", "shop", "-y").status == 0
    assert calls(tmp_path) == ["uv sync --quiet"]
    assert whichway("new", "other", "-y", "--no-install").status == 0
    assert calls(tmp_path) == ["uv sync --quiet"]

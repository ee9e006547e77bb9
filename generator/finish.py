"""After writing: dependencies, database, repository. What fails becomes the first thing to do."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.plan import Plan

#: Where an environment made by venv keeps its commands.
_BIN = ".venv\\Scripts\\" if os.name == "nt" else ".venv/bin/"

Command = tuple[str, ...]


class Step(NamedTuple):
    """One thing to do in the new project; it needs that the step ``after`` succeeded."""

    id: str
    title: str
    commands: tuple[Command, ...]
    after: str = ""


class Done(NamedTuple):
    """How a step ended: ``problem`` is empty when it succeeded."""

    step: Step
    seconds: float
    problem: str = ""


def steps(plan: Plan, wanted: Iterable[str], *, uv: bool) -> tuple[Step, ...]:
    """Return what was asked for, in order; migrating includes installing."""
    wished = set(wanted) | ({"install"} if "migrate" in wanted else set())
    found = []
    if "install" in wished:
        found.append(Step("install", "Install the dependencies", _install(uv)))
    if "migrate" in wished and plan.migrate:
        command = tuple(runnable(plan.migrate, uv=uv).split())
        found.append(Step("migrate", "Bring the database up", (command,), after="install"))
    if "git" in wished:
        found.append(Step("git", "Make the first commit", _COMMIT))
    return tuple(found)


_COMMIT: tuple[Command, ...] = (
    ("git", "init", "--quiet", "--initial-branch=main"),
    ("git", "add", "--all"),
    ("git", "commit", "--quiet", "--message=Start with Whichway"),
)


def _install(uv: bool) -> tuple[Command, ...]:
    if uv:
        return (("uv", "sync", "--quiet"),)
    return (
        (sys.executable, "-m", "venv", ".venv"),
        (f"{_BIN}python", "-m", "pip", "install", "--quiet", "--upgrade", "pip"),
        (f"{_BIN}python", "-m", "pip", "install", "--quiet", ".", "--group", "dev"),
    )


def runnable(command: str, *, uv: bool) -> str:
    """Return a command of a template as it runs here: without uv, from the environment."""
    prefix = "uv run "
    return command if uv or not command.startswith(prefix) else _BIN + command[len(prefix) :]


def left_to_do(plan: Plan, done: Sequence[Done], *, uv: bool) -> tuple[str, ...]:
    """Return the commands that come next: first what failed, last how to serve and to test."""
    tried = {item.step.id for item in done}
    todo = [item.step for item in done if item.problem]
    if not uv and "install" not in tried:
        todo += steps(plan, ["install"], uv=uv)
    lines = [line for step in todo for line in _joined(map(shown, step.commands))]
    migrate = "" if "migrate" in tried else plan.migrate
    prepare = [runnable(hint, uv=uv) for hint in (migrate, *plan.next_steps) if hint]
    serve = [runnable(hint, uv=uv) for hint in (plan.serve, "uv run pytest") if hint]
    return (*lines, *_joined(prepare), *serve)


def _joined(commands: Iterable[str]) -> Iterable[str]:
    """Put commands, each of which needs the one before it, on one line where the shell can."""
    found = list(commands)
    return found if os.name == "nt" or not found else [" && ".join(found)]


def shown(command: Command) -> str:
    """Return a command as one would type it."""
    words = ("python" if word == sys.executable else word for word in command)
    return " ".join(f'"{word}"' if " " in word else word for word in words if word != "--quiet")


def run(
    todo: Iterable[Step],
    folder: Path,
    begin: Callable[[Step], None] = lambda step: None,
    end: Callable[[Done], None] = lambda done: None,
) -> tuple[Done, ...]:
    """Run steps in the new project, telling of each as it begins and ends."""
    done: list[Done] = []
    for step in todo:
        failed = {item.step.id for item in done if item.problem}
        if step.after in failed:
            result = Done(step, 0.0, f'not tried, because "{step.after}" failed')
        else:
            begin(step)
            started = time.perf_counter()
            result = Done(step, 0.0, _problem(step, folder))
            result = Done(step, time.perf_counter() - started, result.problem)
        end(result)
        done.append(result)
    return tuple(done)


def _problem(step: Step, folder: Path) -> str:
    """Run the commands of a step; say what went wrong, or nothing."""
    import subprocess

    for command in step.commands:
        try:
            done = subprocess.run(
                command, cwd=folder, env=_environment(), stdin=subprocess.DEVNULL,
                capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
            )  # fmt: skip
        except OSError as error:
            return f"{command[0]}: {error.strerror}"
        if done.returncode:
            lines = (done.stderr or done.stdout).strip().splitlines() or ["no output"]
            return f"{shown(command)}: {lines[-1].strip()} (exit status {done.returncode})"
    return ""


def _environment() -> dict[str, str]:
    """Return our environment without another project's virtual environment."""
    return {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}


def repository_around(folder: Path) -> Path | None:
    """Return the repository that a folder lies in, or is."""
    resolved = folder.resolve()
    return next((p for p in (resolved, *resolved.parents) if (p / ".git").exists()), None)

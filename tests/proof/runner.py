"""Running projects: some at a time, each in a folder of its own, with progress and results."""

from __future__ import annotations

import os
import queue
import shlex
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.answers import Answers
from generator.catalog import Catalog
from generator.compose import compose
from generator.errors import WhichwayError
from generator.plan import Plan, make_plan
from generator.render import write_project
from tests.matrix.exhaustive import YEAR
from tests.proof.project import StepFailed, Workspace
from tests.proof.pythons import Python
from tests.proof.servers import MissingProgram, Servers
from tests.proof.steps import Skipped, Steps


@dataclass(frozen=True, slots=True)
class Task:
    """A project to run on a Python."""

    answers: Answers
    python: Python

    @property
    def name(self) -> str:
        """A readable name: the choices, additive layers joined by ``+``."""
        values = ["+".join(names) for names in self.answers.choices.values() if names]
        return " ".join((self.answers.framework, *values, f"py{self.python.name}"))


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one step: ``ok``, ``skipped`` or ``failed``, and why."""

    name: str
    outcome: str
    seconds: float
    message: str = ""


@dataclass
class Result:
    """What became of one project."""

    task: Task
    command: str = ""
    seconds: float = 0.0
    steps: list[Step] = field(default_factory=list)

    @property
    def ran(self) -> bool:
        """Whether there was time to run it."""
        return bool(self.steps)

    @property
    def failed(self) -> list[Step]:
        return [step for step in self.steps if step.outcome == "failed"]

    @property
    def again(self) -> str:
        """The one command that runs this very project again."""
        flags = shlex.split(self.command)[3:]
        return f"python -m tests.proof --python {self.task.python.name} -- {shlex.join(flags)}"

    def report(self) -> str:
        """Return what failed, and how to see it again."""
        parts = [f"--- {step.name}\n{step.message}" for step in self.failed]
        return "\n".join((self.task.name, *parts, "Once more:", f"    {self.again}"))


class Runner:
    """Runs projects in a few fixed places, so that type checkers find their caches again."""

    def __init__(
        self, catalog: Catalog, jobs: int = 0, keep: Path | None = None, minutes: float = 0
    ) -> None:
        """``minutes`` is how long projects are begun; those left then are not run."""
        self.catalog = catalog
        self.jobs = jobs or os.cpu_count() or 1
        self.keep = keep
        self.deadline = time.monotonic() + 60 * minutes if minutes else float("inf")
        self.servers = Servers()
        self._numbers = iter(range(1, 1_000_000))
        self._lock = threading.Lock()

    @contextmanager
    def running(self, tasks: Sequence[Task]) -> Iterator[list[Future[Result]]]:
        """Start all tasks; give their results as they are asked for; stop servers at the end."""
        with tempfile.TemporaryDirectory(prefix="whichway-proof-") as name:
            places: queue.Queue[Path] = queue.Queue()
            for number in range(self.jobs):
                places.put(Path(name) / str(number))
            pool = ThreadPoolExecutor(self.jobs)
            try:
                yield [pool.submit(self._run_in_place, task, places) for task in tasks]
            finally:
                pool.shutdown(cancel_futures=True)
                self.servers.stop()

    def _run_in_place(self, task: Task, places: queue.Queue[Path]) -> Result:
        place = places.get()
        try:
            if time.monotonic() > self.deadline:
                return Result(task)
            return self.run(task, place)
        finally:
            places.put(place)

    def run(self, task: Task, place: Path) -> Result:
        """Generate a project at ``place`` and take it through every step."""
        with self._lock:
            number = next(self._numbers)
        result = Result(task)
        started = time.perf_counter()
        try:
            plan = make_plan(task.answers, self.catalog, year=YEAR)
            result.command = plan.command
            folder = place / plan.name.slug
            shutil.rmtree(folder, ignore_errors=True)
            write_project(compose(plan), folder)
        except WhichwayError as error:
            result.steps.append(Step("render", "failed", 0.0, str(error)))
            return result
        self._steps(result, plan, folder, place, number)
        result.seconds = time.perf_counter() - started
        if self.keep and result.failed:
            shutil.copytree(folder, self.keep / f"{number}", symlinks=True, dirs_exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        return result

    def _steps(self, result: Result, plan: Plan, folder: Path, place: Path, number: int) -> None:
        space = Workspace(plan, folder, result.task.python, place / "caches")
        for name, action in Steps(space, self.servers, number).all():
            step = _timed(name, action)
            result.steps.append(step)
            if name == "install" and step.outcome == "failed":
                return


def _timed(name: str, action: Callable[[], None]) -> Step:
    started = time.perf_counter()
    outcome, message = "ok", ""
    try:
        action()
    except Skipped as reason:
        outcome, message = "skipped", str(reason)
    except MissingProgram as error:
        outcome, message = "failed", f"NOT PROVED: {error}."
    except (StepFailed, OSError, RuntimeError, ValueError) as error:
        outcome, message = "failed", f"{error}" if isinstance(error, StepFailed) else repr(error)
    return Step(name, outcome, time.perf_counter() - started, message)

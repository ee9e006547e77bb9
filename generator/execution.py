"""Carrying out a job: writing, and what comes after."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from generator import existing, finish
from generator.job import Job, Mode
from generator.schema import Values

if TYPE_CHECKING:
    from generator.interview import Ask


def ask_by(mode: Mode) -> Ask:
    """Return the way to ask that a mode wants."""
    if mode.plain:
        from generator.plain import ask

        return ask
    from generator.prompts import Prompts

    return Prompts()


def write(job: Job, mode: Mode) -> existing.Written:
    """Write a job's project, asking about what exists when interactive."""
    decide = conflicts(job.target, job.policy, mode)
    return existing.write(job.composition, job.target, job.policy, decide)


def conflicts(target: Path, policy: str, mode: Mode) -> existing.Decide | None:
    """Return who decides on files that exist; have a replacement of all of them confirmed."""
    from generator.staging import is_free

    if not mode.interactive:
        return None
    from generator.conflicts import Conflicts

    found = Conflicts(ask_by(mode))
    if policy == "replace" and not is_free(target):
        found.confirm_replacing(target)
    return found


def finish_off(job: Job, values: Values, *, uv: bool) -> tuple[finish.Done, ...]:
    """Do what was asked for after writing, naming each step and its time."""
    wanted = [id_ for id_ in ("install", "migrate", "git") if values.get(id_) is True]
    if "git" in wanted and (outer := finish.repository_around(job.target)):
        click.echo(f'Note: no repository was made: "{outer}" is one already.', err=True)
        wanted.remove("git")
    if "migrate" in wanted and not job.plan.migrate:
        click.echo("Note: this project has no migrations to run.", err=True)
    tell = Progress(sys.stderr.isatty())
    return finish.run(finish.steps(job.plan, wanted, uv=uv), job.target, tell.begin, tell.end)


class Progress(NamedTuple):
    """Names the step that runs, and the time that it took."""

    live: bool

    def begin(self, step: finish.Step) -> None:
        if self.live:
            click.echo(f"  {step.title} …", err=True, nl=False)

    def end(self, done: finish.Done) -> None:
        how = f"failed: {done.problem}" if done.problem else f"{done.seconds:.1f} s"
        start = "\r" if self.live else ""
        click.echo(f"{start}  {done.step.title}: {how}", err=True)

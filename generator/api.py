"""The command as functions: the same results, without printing, prompting or settings."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

from generator import existing, finish
from generator.answers import Answers
from generator.catalog import Catalog
from generator.compose import compose
from generator.decision import Decision
from generator.errors import UsageError, no_such
from generator.plan import Plan, make_plan, recommend
from generator.roots import template_roots

IfExists = Literal["fail", "increment", "skip", "overwrite"]
StepName = Literal["install", "migrate", "git"]


@dataclass(frozen=True, slots=True)
class Project:
    """A project that was written: its plan, its place, its files and how later steps ended."""

    plan: Plan
    folder: Path
    files: existing.Written
    steps: tuple[finish.Done, ...] = ()


def explain(answers: Answers) -> Decision:
    """Return the recommendation with its score and reasons."""
    return recommend(_listed(answers), _catalog(answers))[0]


def preview(answers: Answers) -> Plan:
    """Return everything that would be written, without writing it.

    Raises ``UsageError`` for an answer that is unknown or does not fit.
    """
    return make_plan(_listed(answers), _catalog(answers), year=datetime.now(UTC).year)


def generate(
    answers: Answers,
    output_dir: str | Path = ".",
    *,
    if_exists: IfExists = "fail",
    steps: Iterable[StepName] = (),
) -> Project:
    """Write a project into a folder of its own below ``output_dir``.

    Raises ``UsageError`` for a wrong answer, policy or step, and ``Refused`` when the folder is
    taken or cannot be written. A step that fails is told in ``Project.steps`` and raises nothing.
    """
    steps, place = tuple(steps), Path(output_dir)
    _refuse_unknown("if_exists", [if_exists], get_args(IfExists))
    _refuse_unknown("steps", steps, get_args(StepName))
    if if_exists == "increment":
        answers = answers._replace(name=existing.free_name(answers.name, place))
    existing.refuse_early(answers.name, place, if_exists)
    made = preview(answers)
    target = place / made.name.slug
    files = existing.write(compose(made), target, if_exists)
    todo = finish.steps(made, steps, uv=shutil.which("uv") is not None)
    return Project(made, target, files, finish.run(todo, target))


def _listed(answers: Answers) -> Answers:
    """Take a text for a tuple of one, which is what everybody writes at first."""
    choices = {
        axis: (value,) if isinstance(value, str) else value
        for axis, value in answers.choices.items()
    }
    return answers._replace(choices=choices)


def _refuse_unknown(what: str, stated: Iterable[str], valid: tuple[str, ...]) -> None:
    for value in stated:
        if value not in valid:
            raise UsageError(no_such(f"{what}: there is no", value, valid))


def _catalog(answers: Answers) -> Catalog:
    return Catalog(template_roots(answers.templates))

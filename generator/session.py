"""One run of a command: from stated values to what is printed and written."""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from generator.answers import AUTO
from generator.catalog import Catalog
from generator.compose import compose
from generator.data import decision_data, menu_data, plan_data, print_json, result_data
from generator.errors import StepFailed, UsageError
from generator.execution import ask_by, finish_off, write
from generator.existing import free_name, refuse_early
from generator.job import Job, Mode, command_of
from generator.options import catalog
from generator.plan import Plan, make_plan, recommend
from generator.roots import built_in_root
from generator.schema import Values, to_answers
from generator.sources import Stated, gather, settle


def stated(flags: Mapping[str, Any], answers_file: Path | None, preset: str | None) -> Stated:
    """Return what flags, files and the user's settings state."""
    return gather(flags, catalog, answers_file=answers_file, preset=preset)


def new(given: Stated, mode: Mode) -> int:
    """Ask what is open when interactive, show the plan, write it, say what comes next.

    Return the exit status: that of ``StepFailed`` when the project stands, but a step failed.
    """
    from generator import screens

    if mode.interactive:
        given = _interview(given, mode)
    values, aside = settle(given, _catalog(given))
    started = time.perf_counter()
    job = _job({"if-exists": "skip", **values} if mode.show else values)
    for note in aside:
        click.echo(f"Note: {note}", err=True)
    if mode.show:
        _show(job, mode)
        return 0
    if not mode.interactive:
        click.echo(f"{screens.plan_screen(job)}\n", err=True)
    data = plan_data(job)
    if mode.dry_run:
        print_json(data) if mode.as_json else click.echo(_tree(job))
        return 0
    written = write(job, mode)
    seconds = time.perf_counter() - started
    if not mode.as_json:
        click.echo(screens.written_line(job, written, seconds))
    uv = shutil.which("uv") is not None
    done = finish_off(job, values, uv=uv)
    if mode.as_json:
        print_json({**data, **result_data(written, done, seconds)})
    else:
        click.echo(screens.end_screen(job, done, uv=uv))
    return StepFailed.exit_status if any(item.problem for item in done) else 0


def explain(given: Stated, *, as_json: bool) -> None:
    """Print the decision: as text, or as JSON with ``framework``, ``score`` and ``reasons``."""
    from generator import screens

    values, aside = settle(given, _catalog(given))
    answers = to_answers(values)
    decision, _ = recommend(answers, _catalog(given))
    if as_json:
        print_json(decision_data(decision))
    else:
        click.echo(screens.decision_screen(decision))
    for note in aside:
        click.echo(f"Note: {note}", err=True)
    if answers.framework not in (AUTO, decision.framework):
        for text in decision.costs.get(answers.framework, ()):
            click.echo(f"You give up: {text}", err=True)


def show_menu(*, as_json: bool) -> None:
    """Print every framework with its axes and layers."""
    from generator import screens

    frameworks = catalog().frameworks()
    if as_json:
        print_json(menu_data(frameworks))
    else:
        click.echo(screens.menu_screen(frameworks))


def _catalog(given: Stated) -> Catalog:
    return catalog(given.get("templates", ()))


def _folder(values: Values) -> Path:
    return Path(str(values.get("output-dir", ".")))


def _job(values: Values) -> Job:
    """Plan and compose. Raises ``WhichwayError`` for anything that cannot be."""
    answers = to_answers(values)
    if not answers.name:
        raise UsageError('NAME is missing: say how the project is called, as in "new my-shop".')
    policy = str(values.get("if-exists", "fail"))
    if policy == "increment":
        answers = answers._replace(name=free_name(answers.name, _folder(values)))
    refuse_early(answers.name, _folder(values), policy)
    menu = catalog(answers.templates)
    plan = make_plan(answers, menu, year=datetime.now(UTC).year)
    target = _folder(values) / plan.name.slug
    return Job(
        plan,
        compose(plan, proven=menu.roots == (built_in_root(),)),
        target,
        policy,
        _taken_by_default(plan),
        command_of(plan, values),
    )


def _taken_by_default(plan: Plan) -> tuple[str, ...]:
    """Return the axes of which nobody stated anything."""
    return tuple(
        axis.id
        for axis in plan.framework.axes
        if axis.ask
        and axis.id not in plan.answers.choices
        and not any(
            layer.answers_to(value)
            for layer in plan.by_axis.get(axis.id, ())
            for value in plan.answers.include
        )
    )


def _interview(given: Stated, mode: Mode) -> Stated:
    from generator import screens
    from generator.interview import Interview

    def page(values: Values) -> str:
        return screens.review_screen(_job({"if-exists": "increment", **values}))

    def files(values: Values) -> str:
        return _tree(_job({"if-exists": "increment", **values}))

    def next_free(name: str) -> str:
        found = free_name(name, Path(given.get("output-dir", ".")))
        return "" if found == name else found

    interview = Interview(_catalog(given), ask_by(mode), next_free, page, files)
    return interview.run(given)


def _tree(job: Job) -> str:
    from generator import screens

    return screens.tree_screen(str(job.target), job.files)


def _show(job: Job, mode: Mode) -> None:
    """Print one file as it would be written."""
    from generator.render import rendered

    text = rendered(job.composition, mode.show)
    if mode.as_json:
        print_json({"path": mode.show, "text": text})
    else:
        click.echo(text, nl=False)

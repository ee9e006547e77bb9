"""One run of a command: from stated answers to what is printed and written."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from generator.answers import AUTO, Answers
from generator.errors import UsageError
from generator.options import catalog
from generator.plan import Plan, make_plan, recommend

_FIELDS = (
    "framework",
    "preference",
    "include",
    "exclude",
    "description",
    "author",
    "email",
    "templates",
)


def stated_answers(name: str | None, flags: Mapping[str, Any]) -> Answers:
    """Return what the flags state; every flag that is not a field is an axis."""
    fields = {key: flags[key] or getattr(Answers(""), key) for key in _FIELDS}
    choices = {
        key.replace("_", "-"): (value,) if isinstance(value, str) else tuple(value)
        for key, value in flags.items()
        if key not in _FIELDS and value
    }
    return Answers(name or "", choices=choices, **fields)


def new(answers: Answers, output_dir: Path, *, interactive: bool) -> None:
    """Ask what is open when ``interactive``, show the plan, write it, say what comes next."""
    from generator import screens

    if interactive:
        from generator.prompts import ask

        answers = ask(answers, catalog())
    if not answers.name:
        raise UsageError('NAME is missing: say how the project is called, as in "new my-shop".')
    started = time.perf_counter()
    plan = _plan(answers)
    target = output_dir / plan.name.slug
    click.echo(screens.plan_screen(plan, target), err=True)
    _write(plan, target)
    click.echo(screens.end_screen(plan, target, time.perf_counter() - started))


def explain(answers: Answers, *, as_json: bool) -> None:
    """Print the decision: as text, or as JSON with ``framework``, ``score`` and ``reasons``."""
    from generator import screens

    decision, _ = recommend(answers, catalog())
    if as_json:
        click.echo(json.dumps(screens.decision_data(decision), indent=2, ensure_ascii=False))
    else:
        click.echo(screens.decision_screen(decision))
    if answers.framework not in (AUTO, decision.framework):
        for text in decision.costs.get(answers.framework, ()):
            click.echo(f"You give up: {text}", err=True)


def show_menu(*, as_json: bool) -> None:
    """Print every framework with its axes and layers."""
    from generator import screens

    frameworks = catalog().frameworks()
    if as_json:
        click.echo(json.dumps(screens.menu_data(frameworks), indent=2, ensure_ascii=False))
    else:
        click.echo(screens.menu_screen(frameworks))


def _plan(answers: Answers) -> Plan:
    return make_plan(answers, catalog(), year=datetime.now(UTC).year)


def _write(plan: Plan, target: Path) -> None:
    from generator.compose import compose
    from generator.render import write_project

    write_project(compose(plan), target)

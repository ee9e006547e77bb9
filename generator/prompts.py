"""Questions at a terminal: they only complete the answers that flags left open."""

from __future__ import annotations

from dataclasses import replace

import questionary

from generator import screens
from generator.answers import AUTO, Answers
from generator.catalog import Axis, Catalog, Framework
from generator.choose import Choice, Chosen, choose, default_layers, options
from generator.errors import UsageError
from generator.names import parse_name
from generator.plan import recommend


def ask(answers: Answers, catalog: Catalog) -> Answers:
    """Ask what is open and return complete answers. Raises ``KeyboardInterrupt`` on Ctrl-C."""
    if not answers.name:
        answers = replace(answers, name=_ask_name())
    for axis in catalog.shared.axes:
        if axis.id in ("database", "size", "app-type"):
            answers = _ask_axis(answers, axis, catalog.shared)
    answers = _ask_framework(answers, catalog)
    framework = catalog.framework(answers.framework)
    for axis in framework.axes:
        answers = _ask_axis(answers, axis, framework)
    return answers


def _ask_name() -> str:
    name: str = questionary.text(
        "What is the project called?", default="my-project", validate=_name_problem
    ).unsafe_ask()
    return name


def _name_problem(text: str) -> bool | str:
    try:
        parse_name(text)
    except UsageError as error:
        return str(error)
    return True


def _ask_framework(answers: Answers, catalog: Catalog) -> Answers:
    if answers.framework != AUTO:
        return answers
    decision, _ = recommend(answers, catalog)
    questionary.print("\n" + screens.decision_screen(decision) + "\n")
    ids = sorted(catalog.framework_ids, key=lambda id_: (id_ != decision.framework, id_))
    picked = questionary.select(
        "Which framework?",
        choices=[
            questionary.Choice(
                catalog.framework(id_).title + (" (recommended)" if id_ == ids[0] else ""), id_
            )
            for id_ in ids
        ],
    ).unsafe_ask()
    return replace(answers, framework=picked)


def _ask_axis(answers: Answers, axis: Axis, framework: Framework) -> Answers:
    """Ask about one axis, unless it is stated, hidden, or leaves nothing to choose."""
    if not axis.ask or axis.id in answers.choices:
        return answers
    known = {a: v for a, v in answers.choices.items() if framework.axis(a)}
    choice = choose(framework, replace(answers, choices=known, include=(), exclude=()))
    before = _before(axis, framework, choice)
    offered = [option.layer for option in options(framework, axis, before) if not option.refusal]
    if (axis.id not in choice.by_axis and not axis.many) or len(offered) < (1 if axis.many else 2):
        return answers
    usual = default_layers(axis, offered, before)
    question = axis.prompt or f"{axis.title or axis.id}?"
    choices = [
        questionary.Choice(
            f"{option.layer.title or option.layer.name}",
            option.layer.name,
            description=option.layer.summary,
            disabled=option.refusal or None,
            checked=axis.many and option.layer in usual,
        )
        for option in options(framework, axis, before)
    ]
    if axis.many:
        picked = tuple(questionary.checkbox(question, choices=choices).unsafe_ask())
    else:
        picked = (
            questionary.select(question, choices=choices, default=usual[0].name).unsafe_ask(),
        )
    return replace(answers, choices={**answers.choices, axis.id: picked})


def _before(axis: Axis, framework: Framework, choice: Choice) -> Chosen:
    """Return the layers of the axes that come before one."""
    ids = [a.id for a in framework.axes]
    earlier = set(ids[: ids.index(axis.id)])
    return {axis_id: layers for axis_id, layers in choice.by_axis.items() if axis_id in earlier}

"""The questions that can be asked, made from the axes and from the answers so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from generator.answers import AUTO
from generator.catalog import Catalog, Framework
from generator.choose import Choice, Chosen, choose, default_layers, options, unknown_to
from generator.errors import UsageError
from generator.layers import Axis, Layer, holds
from generator.names import parse_name
from generator.plan import framework_for, make_plan, recommend
from generator.question import FIXED, Item, Question
from generator.schema import NO_AXIS, Value, Values, text_problem, to_answers
from generator.screens import decision_screen


def plain_values(values: Values) -> dict[str, Value]:
    """Return answers as stated values: without the questions that are no field."""
    after = values.get("after")
    steps: dict[str, Value] = (
        {item.value: item.value in after for item in FIXED["after"].items}
        if isinstance(after, tuple)
        else {}
    )
    return {k: v for k, v in values.items() if k not in ("after", "detail")} | steps


def framework_of(values: Values, catalog: Catalog) -> Framework:
    """Return the framework that the answers name or lead to."""
    answers = to_answers(plain_values(values))
    return framework_for(answers, recommend(answers, catalog)[0], catalog)


def refuse_unknown(values: Values, catalog: Catalog) -> None:
    """Raise ``UsageError`` before any question when no framework has all that is stated."""
    answers = to_answers(plain_values(values))
    stated = [catalog.framework(answers.framework)] if answers.framework != AUTO else []
    problems = [unknown_to(framework, answers) for framework in stated or catalog.frameworks()]
    if all(problems):
        raise UsageError(problems[0])


def choice_of(values: Values, framework: Framework) -> Choice:
    """Complete the answers as far as they concern a framework."""
    answers = to_answers(plain_values(values))
    return choose(framework, answers)


def question(field_id: str, values: Values, kept: Values, catalog: Catalog) -> Question | None:
    """Return a question, or nothing where there is nothing to choose.

    ``kept`` holds earlier answers to preselect.
    """
    before = kept.get(field_id)
    default = before if isinstance(before, tuple) else (str(before),) if before else ()
    if fixed := FIXED.get(field_id):
        asked = replace(fixed, default=default or fixed.default)
        return _without_migrating(asked, values, catalog) if field_id == "after" else asked
    if field_id == "framework":
        return _framework_question(values, default, catalog)
    for item in NO_AXIS:
        if item.id == field_id:
            return _text_question(item.id, item.title, default)
    axis = framework_of(values, catalog).axis(field_id)
    if "framework" not in values:
        return _axis_question(catalog.shared, catalog.shared.axis(field_id), values, default)
    return _axis_question(framework_of(values, catalog), axis, values, default)


def _without_migrating(after: Question, values: Values, catalog: Catalog) -> Question:
    """Grey out what a project without a database cannot do."""
    plan = make_plan(to_answers(plain_values(values)), catalog, year=datetime.now(UTC).year)
    if plan.migrate:
        return after
    reason = "This project has no database to bring up."
    items = (replace(i, refusal=reason) if i.value == "migrate" else i for i in after.items)
    return replace(after, items=tuple(items))


def _text_question(field_id: str, title: str, default: tuple[str, ...]) -> Question:
    if field_id == "name":
        proposed = default or ("my-project",)
        return Question(
            "name", "What is the project called?", default=proposed, problem=_name_problem
        )
    known = next(item for item in NO_AXIS if item.id == field_id)
    return Question(
        field_id, f"{title}?", default=default, problem=lambda text: text_problem(known, text)
    )


def _name_problem(text: str) -> str:
    try:
        parse_name(text)
    except UsageError as error:
        return str(error)
    return ""


def _framework_question(values: Values, default: tuple[str, ...], catalog: Catalog) -> Question:
    answers = to_answers(plain_values(values))
    decision, _ = recommend(answers, catalog)
    items = [
        Item(
            framework.id,
            framework.title,
            " ".join(decision.costs.get(framework.id, ())) or framework.summary,
            f"recommended: {decision.summary}" if framework.id == decision.framework else "",
            unknown_to(framework, answers).partition(" Valid: ")[0],
        )
        for framework in catalog.frameworks()
    ]
    return Question(
        "framework",
        "Which framework?",
        tuple(sorted(items, key=lambda item: (item.refusal, item.value != decision.framework))),
        default=default,
        intro=decision_screen(decision, sources=False),
    )


def _axis_question(
    framework: Framework, axis: Axis | None, values: Values, default: tuple[str, ...]
) -> Question | None:
    if axis is None or not axis.ask:
        return None
    ids = [other.id for other in framework.axes]
    known = {key: value for key, value in values.items() if key in ids}
    chosen = choice_of({**known, "name": ""}, framework).by_axis
    before = {id_: chosen[id_] for id_ in ids[: ids.index(axis.id)] if id_ in chosen}
    offers = options(framework, axis, before)
    offered = [option.layer for option in offers if not option.refusal]
    if not holds(axis.when, before) or len(offered) < (1 if axis.many else 2):
        return None
    answers = to_answers(plain_values(values))
    left_in = [layer for layer in offered if not any(map(layer.answers_to, answers.exclude))]
    usual = default_layers(axis, left_in, before)
    named = tuple(layer for layer in offered if any(map(layer.answers_to, answers.include)))
    items = (
        Item(
            option.layer.name,
            _title(option.layer),
            option.layer.summary,
            _praise(axis, option.layer, before) if option.layer in usual else "",
            option.refusal,
        )
        for option in sorted(offers, key=lambda o: (bool(o.refusal), o.layer not in usual))
    )
    names = [layer.name for layer in offered]
    preselected = tuple(name for name in default if name in names)
    proposed = dict.fromkeys((*usual, *named) if axis.many else named or usual)
    return Question(
        axis.id,
        axis.prompt or f"{axis.title or axis.id}?",
        tuple(items),
        axis.many,
        preselected or tuple(layer.name for layer in proposed),
    )


def _praise(axis: Axis, layer: Layer, before: Chosen) -> str:
    """Say why a layer is recommended, or what for."""
    for default in axis.default:
        if default.layer == layer.name and holds(default.when, before):
            if default.why:
                return f"recommended: {default.why}"
            names = [f"{id_} {before[id_][0].name}" for id_ in default.when if before.get(id_)]
            return f"recommended for {', '.join(names)}" if names else "recommended"
    return "recommended"


def _title(layer: Layer) -> str:
    return layer.title or layer.name


def review_question(values: Values, page: str, catalog: Catalog) -> Question:
    """Return the last page: the plan, and every answer to change."""
    framework = framework_of(values, catalog)
    chosen = choice_of(values, framework).by_axis
    rows: list[tuple[str, str, Iterable[str]]] = [
        ("name", "Name", [str(values["name"])]),
        ("framework", "Framework", [framework.title]),
    ]
    for axis in framework.axes:
        if question(axis.id, {**values, "framework": framework.id}, values, catalog):
            layers = chosen.get(axis.id, ())
            rows.append((axis.id, axis.title or axis.id, map(_title, layers)))
    steps = {item.value: item.title for item in FIXED["after"].items}
    for field_id, title in (("description", "Description"), ("author", "Author"),
                            ("email", "E-mail"), ("after", "After writing")):  # fmt: skip
        value = values.get(field_id, ())
        shown = [steps[id_] for id_ in value] if isinstance(value, tuple) else [str(value)]
        rows.append((field_id, title, shown))
    items = (
        Item("write", "Write it"),
        Item("files", "Show the files"),
        *(Item(id_, f"{title:<24} {', '.join(texts) or '–'}") for id_, title, texts in rows),
        Item("quit", "Quit without writing"),
    )
    return Question("review", "Write it, or change an answer?", items, intro=page)

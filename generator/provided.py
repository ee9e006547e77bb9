"""The fragments that the plan itself provides: dependencies, reasons and the answers file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.choose import group
from generator.decision import CRITERIA, Reason
from generator.plan import Plan
from generator.slots import Fragment

#: Slots that no layer fills, each with what the engine puts there.
PROVIDED = {
    "project.dependencies": "the merged dependencies, as lines of a TOML array",
    "project.dev_dependencies": "the merged development dependencies, likewise",
    "readme.reasons": "why this framework, as a Markdown list",
    "answers.choices": "every answer, as lines of TOML",
}


def provided_fragments(plan: Plan) -> Iterable[Fragment]:
    """Yield what the plan itself puts into slots."""
    lines = {
        "project.dependencies": [f"{json.dumps(line)}," for line in plan.dependencies],
        "project.dev_dependencies": [f"{json.dumps(line)}," for line in plan.dev_dependencies],
        "readme.reasons": [_bullet(reason) for reason in plan.decision.reasons]
        + [f"- **Given up:** {text}" for text in plan.given_up],
        "answers.choices": list(_choices(plan)),
    }
    for slot, content in lines.items():
        yield Fragment(slot, "plan", "\n".join(content), "the plan")


def _bullet(reason: Reason) -> str:
    side = f"speaks for {reason.side.title()}" if reason.side else "does not decide"
    value = f" ({reason.value})" if reason.value else ""
    return f"- **{CRITERIA[reason.criterion]}**{value} {side}: {reason.text}"


def _choices(plan: Plan) -> Iterable[str]:
    """Yield the answers file's lines; an axis that is never asked follows from the others."""
    answers = plan.answers
    yield f"name = {_toml(answers.name)}"
    yield f"framework = {_toml(plan.framework.id)}"
    for field in ("preference", "description", "author", "email"):
        if value := getattr(answers, field):
            yield f"{field} = {_toml(value)}"
    if answers.templates:
        yield f"templates = {_toml(list(answers.templates))}"
    by_axis = group(plan.layers)
    for axis in plan.framework.axes:
        if axis.ask and axis.many:
            yield f"{axis.id} = {_toml([layer.name for layer in by_axis.get(axis.id, ())])}"
        elif axis.ask and axis.id in by_axis:
            yield f"{axis.id} = {_toml(by_axis[axis.id][0].name)}"


def _toml(value: str | list[str]) -> str:
    """Write a string or a list of strings as TOML, whose basic strings are JSON's."""
    return json.dumps(value, ensure_ascii=False)

"""What people read: the decision, the plan, the menu and the end screen, as text and as data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from generator.catalog import Framework, Layer
from generator.decision import CRITERIA, Decision, Reason
from generator.plan import Plan

_WIDTH = 80


def decision_screen(decision: Decision) -> str:
    """Return the recommendation and every criterion with its side, weight and source."""
    score = ", ".join(f"{side.title()} {points}" for side, points in decision.score.items())
    lines = [f"{decision.framework.title()} is recommended ({score}: {decision.summary}).", ""]
    for reason in decision.reasons:
        lines += [_headline(reason), *_wrapped(reason.text), *_wrapped(f"Source: {reason.source}")]
    return "\n".join(lines)


def decision_data(decision: Decision) -> dict[str, Any]:
    """Return the decision as JSON-ready data."""
    return {
        "framework": decision.framework,
        "score": dict(decision.score),
        "summary": decision.summary,
        "reasons": [
            {
                "criterion": reason.criterion,
                "value": reason.value,
                "side": reason.side,
                "weight": reason.weight,
                "decisive": reason.decisive,
                "text": reason.text,
                "source": reason.source,
            }
            for reason in decision.reasons
        ],
    }


def plan_screen(plan: Plan, target: Path) -> str:
    """Return what is about to be written, why, and the equivalent command."""
    lines = [
        f"{plan.name.title} → {target}",
        "",
        f"  {'Framework':<14}{plan.framework.title} ({_standing(plan)})",
        *(f"  {title:<14}{names}" for title, names in _chosen(plan)),
        "",
        *(line for text in plan.notices for line in _wrapped(f"Note: {text}", "")),
        *(line for text in plan.given_up for line in _wrapped(f"You give up: {text}", "")),
        "The same without questions:",
        f"  {plan.command}",
    ]
    return "\n".join(lines)


def end_screen(plan: Plan, target: Path, seconds: float) -> str:
    """Return what was made and the commands that come next."""
    steps = [f"cd {target}", *plan.next_steps]
    return "\n".join(
        [f"\nWrote {target} in {seconds:.1f} s. Next:", "", *(f"  {step}" for step in steps)]
    )


def menu_screen(frameworks: Iterable[Framework]) -> str:
    """Return all layers by framework and axis."""
    lines: list[str] = []
    for framework in frameworks:
        lines += [f"{framework.title}: {framework.summary}", ""]
        for axis in (axis for axis in framework.axes if axis.ask):
            lines.append(f"  {axis.title or axis.id}  (--{axis.id})")
            for layer in framework.on(axis.id):
                lines += _entry(layer)
            lines.append("")
    return "\n".join(lines).rstrip()


def menu_data(frameworks: Iterable[Framework]) -> dict[str, Any]:
    """Return the menu as JSON-ready data."""
    return {
        "frameworks": [
            {
                "id": framework.id,
                "title": framework.title,
                "summary": framework.summary,
                "axes": [
                    {
                        "id": axis.id,
                        "title": axis.title,
                        "summary": axis.summary,
                        "many": axis.many,
                        "layers": [_layer_data(layer) for layer in framework.on(axis.id)],
                    }
                    for axis in framework.axes
                    if axis.ask
                ],
            }
            for framework in frameworks
        ]
    }


def _layer_data(layer: Layer) -> dict[str, Any]:
    return {
        "id": layer.id,
        "name": layer.name,
        "title": layer.title,
        "summary": layer.summary,
        "aliases": list(layer.aliases),
    }


def _entry(layer: Layer) -> Sequence[str]:
    name = f"    {layer.name:<24}"
    return textwrap.wrap(
        layer.summary or layer.title, _WIDTH, initial_indent=name, subsequent_indent=" " * 28
    ) or [name.rstrip()]


def _headline(reason: Reason) -> str:
    value = f" = {reason.value}" if reason.value else ""
    side = f"{reason.side.title()} +{reason.weight}" if reason.side else "does not count"
    decisive = ", decisive" if reason.decisive else ""
    return f"{CRITERIA[reason.criterion]}{value}: {side}{decisive}"


def _wrapped(text: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)


def _standing(plan: Plan) -> str:
    if plan.framework.id == plan.decision.framework:
        return f"recommended: {plan.decision.summary}"
    return f"your choice; {plan.decision.framework.title()} was recommended"


def _chosen(plan: Plan) -> Iterable[tuple[str, str]]:
    for axis in plan.framework.axes:
        layers = plan.by_axis.get(axis.id, ())
        if axis.ask and layers:
            yield axis.title or axis.id, ", ".join(layer.title or layer.name for layer in layers)

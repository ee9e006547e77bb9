"""What programs read: the same as the screens, as versioned JSON-ready data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.catalog import Framework
from generator.decision import Decision
from generator.errors import WhichwayError
from generator.existing import Written
from generator.finish import Done
from generator.job import Job
from generator.layers import Layer
from generator.schema import VERSION


def print_json(data: Mapping[str, Any]) -> None:
    """Print data with the version of its shape in front, as ASCII that every terminal takes."""
    print(json.dumps({"schema": VERSION, **data}, indent=2))


def decision_data(decision: Decision) -> dict[str, Any]:
    """Return the decision as JSON-ready data."""
    return {
        "framework": decision.framework,
        "score": dict(decision.score),
        "summary": decision.summary,
        "reasons": [reason._asdict() for reason in decision.reasons],
    }


def plan_data(job: Job) -> dict[str, Any]:
    """Return a plan and its place as JSON-ready data."""
    plan = job.plan
    return {
        "name": plan.name.title,
        "slug": plan.name.slug,
        "target": str(job.target),
        "framework": plan.framework.id,
        "decision": decision_data(plan.decision),
        "given_up": list(plan.given_up),
        "layers": [layer.id for layer in plan.layers],
        "defaults": list(job.open_),
        "dependencies": list(plan.dependencies),
        "dev_dependencies": list(plan.dev_dependencies),
        "requires_python": plan.python_min,
        "files": list(job.files),
        "notices": list(plan.notices),
        "command": job.command,
    }


def written_data(written: Written) -> dict[str, Any]:
    """Return what became of the files as JSON-ready data."""
    return {
        "created": list(written.created),
        "overwritten": list(written.overwritten),
        "kept": list(written.kept),
    }


def result_data(written: Written, done: Sequence[Done], seconds: float) -> dict[str, Any]:
    """Return what was written and done as JSON-ready data."""
    return {
        **written_data(written),
        "seconds": round(seconds, 3),
        "steps": [
            {
                "id": item.step.id,
                "ok": not item.problem,
                "seconds": round(item.seconds, 3),
                "problem": item.problem,
            }
            for item in done
        ],
    }


def error_data(error: BaseException, message: str, status: int) -> dict[str, Any]:
    """Return an error as JSON-ready data."""
    kind = {1: "Refused", 130: "Interrupted"}.get(status, "UsageError")
    if isinstance(error, WhichwayError):
        kind = type(error).__name__
    return {"error": {"kind": kind, "message": message, "exit_status": status}}


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

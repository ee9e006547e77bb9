"""Whichway: recommend Django or Flask with reasons, and render a starter repository.

The functions here do what the command does, without printing or prompting:

>>> from generator import Answers, explain
>>> explain(Answers("shop", choices={"database": ("mongodb",)})).framework
'flask'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.answers import Answers as Answers
    from generator.api import Project as Project
    from generator.api import explain as explain
    from generator.api import generate as generate
    from generator.api import preview as preview
    from generator.decision import Decision as Decision
    from generator.errors import Refused as Refused
    from generator.errors import TemplateError as TemplateError
    from generator.errors import UsageError as UsageError
    from generator.errors import WhichwayError as WhichwayError
    from generator.plan import Plan as Plan

__version__ = "0.1.0"

#: Where each public name lives; it is imported when somebody asks for it.
_HOMES = {
    "Answers": "answers",
    "Decision": "decision",
    "Plan": "plan",
    "Project": "api",
    "Refused": "errors",
    "TemplateError": "errors",
    "UsageError": "errors",
    "WhichwayError": "errors",
    "explain": "api",
    "generate": "api",
    "preview": "api",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"generator.{_HOMES[name]}"), name)

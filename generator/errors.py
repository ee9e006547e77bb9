"""What can go wrong for a user, as exceptions that say what, which value, and the fix.

    WhichwayError                exit status
    ├── Refused                  1   the request is clear, and we decline it
    ├── UsageError               2   a value or a combination of values is wrong
    ├── TemplateError            3   a template folder is wrong: file, line, fix
    └── StepFailed               4   the project stands, but a step after it failed

Only ``generator.cli`` catches them; nothing else prints or exits.
"""

from __future__ import annotations

from collections.abc import Iterable


class WhichwayError(Exception):
    """Base of every error shown to the user as one line without a traceback."""

    exit_status = 1


class Refused(WhichwayError):
    """The request is understood and declined, for example because the target exists."""


class UsageError(WhichwayError):
    """A value is unknown or does not fit the other values."""

    exit_status = 2


class TemplateError(WhichwayError):
    """A template folder breaks a rule of the template format."""

    exit_status = 3


class StepFailed(WhichwayError):
    """The project was written, but installing, migrating or committing failed."""

    exit_status = 4


def did_you_mean(value: str, valid: Iterable[str]) -> str:
    """Return `` Did you mean "x"?`` (with its leading space), or nothing."""
    import difflib

    by_lower = {word.lower(): word for word in sorted(valid)}
    close = difflib.get_close_matches(value.lower(), by_lower, n=1, cutoff=0.6)
    return f' Did you mean "{by_lower[close[0]]}"?' if close else ""


def no_such(what: str, value: str, valid: Iterable[str]) -> str:
    """Say that there is no such value, which one may be meant, and which there are."""
    names = list(valid)
    return f'{what} "{value}".{did_you_mean(value, names)} Valid: {", ".join(names) or "none"}.'

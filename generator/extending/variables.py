"""A foreign template's variables: its own defaults, our answers where they fit, what is set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cookiecutter.generate import generate_context
from cookiecutter.prompt import choose_nested_template

from generator.errors import Refused, UsageError, did_you_mean, no_such
from generator.extending.consent import read_manifest
from generator.names import parse_name
from generator.sources import Stated

#: The variables by which a template names others inside of it.
NESTED = ("templates", "template")

#: What templates call the things that we ask about, too.
_NAMES = {
    "title": ("project_name", "name", "app_title", "site_name"),
    "slug": ("project_slug", "repo_name", "slug", "repo", "distribution_name"),
    "package": ("package_name", "module_name", "app_name", "pkg_name", "import_name", "package"),
    "author": ("author", "author_name", "full_name", "authors"),
    "email": ("email", "author_email"),
    "description": ("description", "project_short_description", "project_description"),
}


def variables_of(pairs: Iterable[str]) -> dict[str, str]:
    """Return what ``--set NAME=VALUE`` sets. Raises ``UsageError`` for a pair that is none."""
    found = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name:
            raise UsageError(f'--set "{pair}" has no value: write --set NAME=VALUE.')
        found[name] = value
    return found


def context_of(
    folder: Path, given: Stated, config: Mapping[str, Any], stated: Mapping[str, str]
) -> dict[str, Any]:
    """Return a template's context: its own defaults, the user's, our answers, what is set."""
    file = folder / "cookiecutter.json"
    defaults = {**config["default_context"], **_offered(read_manifest(file), given)}
    known = {key: value for key, value in stated.items() if key not in NESTED}
    try:
        context: dict[str, Any] = generate_context(str(file), defaults, known)
    except ValueError as error:
        raise UsageError(f"--set: {error}") from None
    return context


def refuse_unknown(stated: Mapping[str, str], known: Mapping[str, Any]) -> None:
    """Raise ``UsageError`` for a variable that the template does not have."""
    for name in stated:
        if name not in known and name not in NESTED:
            valid = [key for key in known if key[0] != "_"]
            raise UsageError(
                f'--set: the template has no variable "{name}".{did_you_mean(name, valid)}'
                f" It has {', '.join(valid)}."
            )


def nested(folder: Path, context: dict[str, Any], wanted: str, *, asks: bool) -> Path:
    """Return the one of several templates that is chosen: by flag, at the prompt, or the first."""
    table = context["cookiecutter"]
    if wanted and isinstance(table.get("templates"), dict):
        choices: Mapping[str, Any] = table["templates"]
        if wanted not in choices:
            raise UsageError(no_such("--set template: there is no", wanted, choices))
        table["templates"] = {wanted: choices[wanted]}
    chosen = Path(choose_nested_template(context, str(folder), no_input=not asks or bool(wanted)))
    if not chosen.is_relative_to(folder.resolve()) or not (chosen / "cookiecutter.json").is_file():
        raise Refused(f'The template is refused: "{chosen}" is no template inside of it.')
    return chosen


def _offered(variables: Mapping[str, Any], given: Stated) -> dict[str, str]:
    """Return a default for each variable to which an answer of ours is one.

    A default that the template computes from others stays: it knows what form it needs. Of a
    list of choices only one of the choices is offered.
    """
    answers = _answers(given)
    found: dict[str, str] = {}
    for name, default in variables.items():
        value = answers.get(name, "")
        if isinstance(default, str) and value and "{" not in default:
            found[name] = _as_written(default, value) if name in _NAMES["title"] else value
        elif isinstance(default, list) and value:
            fitting = [choice for choice in default if str(choice).lower() == value.lower()]
            if fitting:
                found[name] = fitting[0]
    return found


def _as_written(default: str, title: str) -> str:
    """Return a title in the form of a template's own: as words, with dashes or with lines."""
    if not re.fullmatch(r"[a-z0-9]+([-_][a-z0-9]+)*", default):
        return title
    name = parse_name(title)
    return name.package if "_" in default else name.slug


def _answers(given: Stated) -> dict[str, str]:
    """Return what is stated under every name that a template may have for it."""
    known = {key: str(given.get(key, "")) for key in ("author", "email", "description")}
    if name := given.get("name"):
        parsed = parse_name(str(name))
        known |= {"title": parsed.title, "slug": parsed.slug, "package": parsed.package}
    answers = {
        alias: known[key] for key, aliases in _NAMES.items() if key in known for alias in aliases
    }
    for key, value in {**given.wishes, **given.orders}.items():
        if isinstance(value, str) and key not in ("name", *known):
            answers.setdefault(key.replace("-", "_"), value)
    if licence := answers.get("licence"):
        answers |= {"license": licence, "open_source_license": licence}
    return answers

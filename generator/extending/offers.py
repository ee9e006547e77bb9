"""Our answers as defaults for a foreign template's variables, where they mean the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.names import parse_name
from generator.sources import Stated

#: What templates call the things that we ask about, too.
_NAMES = {
    "title": ("project_name", "name", "app_title", "site_name"),
    "slug": ("project_slug", "repo_name", "slug", "repo", "distribution_name"),
    "package": ("package_name", "module_name", "app_name", "pkg_name", "import_name", "package"),
    "author": ("author", "author_name", "full_name", "authors"),
    "email": ("email", "author_email"),
    "description": ("description", "project_short_description", "project_description"),
}


def offered(variables: Mapping[str, Any], given: Stated) -> dict[str, str]:
    """Return a default for each variable to which an answer of ours is one.

    A default that the template computes from others stays: it knows what form it needs. Of a
    list of choices only one of the choices is offered.
    """
    answers = _answers(given)
    found: dict[str, str] = {}
    for name, default in variables.items():
        value = answers.get(name, "")
        if isinstance(default, str) and value and "{" not in default:
            found[name] = value
        elif isinstance(default, list) and value:
            fitting = [choice for choice in default if str(choice).lower() == value.lower()]
            if fitting:
                found[name] = fitting[0]
    return found


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

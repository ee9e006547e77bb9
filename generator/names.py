"""Project names: from what the user typed to the title, the folder and the identifier."""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Iterable
from typing import NamedTuple

from generator.errors import UsageError

#: The longest folder name we write: PyPI and every file system in use take it.
LONGEST = 64

#: Names that the generated project's own packages, commands or tools already have.
TAKEN = frozenset(
    """
    app apps asgi config conftest core doc docs env instance lib manage migrations notes pip
    python settings setup site src static templates test tests tmp users uv venv wsgi
    django flask whichway
    """.split()
)

#: Names that Windows keeps for devices, with any extension.
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))]
)


class Name(NamedTuple):
    """A checked project name: ``title`` for people, ``slug`` for the folder and the
    distribution, ``package`` for databases and other identifiers."""

    title: str
    slug: str
    package: str


def parse_name(text: str, dependencies: Iterable[str] = ()) -> Name:
    """Return the safe forms of a project name.

    ``My Shop`` becomes title ``My Shop``, slug ``my-shop``, package ``my_shop``; other letters
    become those of ASCII that sound alike. ``dependencies`` are distribution names that the
    project must not shadow.
    Raises ``UsageError`` with a suggestion when no safe form exists.
    """
    stripped = text.strip()
    if not stripped:
        raise UsageError('The project name is empty. Give one such as "my-shop".')
    if re.search(r"[/\\:\x00-\x1f\x7f]", stripped) or stripped.startswith((".", "~", "-")):
        raise UsageError(
            f"The project name {_shown(text)} is a path or an option, not a name."
            f' Use "{_suggestion(stripped)}" and --output-dir for the place.'
        )
    slug = slugify(stripped)
    if not slug:
        raise UsageError(
            f"The project name {_shown(text)} has no letter that a package name can keep."
            ' Use ASCII letters, for example "my-shop".'
        )
    if len(slug) > LONGEST:
        raise UsageError(
            f"The project name is {len(slug)} characters long; {LONGEST} are allowed."
            f' Use "{slug[:24].rstrip("-")}", say.'
        )
    if not slug[0].isalpha():
        raise UsageError(
            f"The project name {_shown(text)} does not begin with a letter."
            f' Use "{_suggestion(stripped)}".'
        )
    _refuse_shadowing(slug, dependencies)
    return Name(_title(stripped), slug, slug.replace("-", "_"))


def slugify(text: str) -> str:
    """Return ``text`` as lower-case ASCII words joined by single dashes; may be empty."""
    if not text.isascii():
        import slugify as library  # what the filter of cookiecutter calls

        text = library.slugify(text)
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _title(text: str) -> str:
    """Keep what the user wrote as words; make words of what was written as a slug."""
    printable = "".join(c for c in text if c.isprintable() and c not in "\"'`{}%#<>&$\\")
    text = " ".join(printable.split())
    return text if " " in text else re.sub(r"[-_]+", " ", text).strip().title()


def _refuse_shadowing(slug: str, dependencies: Iterable[str]) -> None:
    package = slug.replace("-", "_")
    modules = {re.sub(r"[-.]", "_", name).lower() for name in dependencies}
    if keyword.iskeyword(package) or package in {"none", "true", "false"}:
        why = "is a Python keyword"
    elif package in sys.stdlib_module_names or package == "test":
        why = "is a module of Python's standard library"
    elif package in modules:
        why = "is a package that the project depends on"
    elif package in TAKEN:
        why = "is a name that generated projects use themselves"
    elif package in RESERVED:
        why = "is reserved on Windows"
    else:
        return
    raise UsageError(f'The project name "{slug}" {why}. Use "my-{slug}" or "{slug}-site".')


def _suggestion(text: str) -> str:
    slug = slugify(text).lstrip("0123456789-")[:24].rstrip("-")
    taken = not slug or slug in TAKEN or keyword.iskeyword(slug) or slug in sys.stdlib_module_names
    return (f"my-{slug}" if slug else "my-project") if taken else slug


def _shown(text: str) -> str:
    shown = text if len(text) <= 40 else text[:37] + "…"
    return f'"{shown.encode("unicode_escape").decode() if not shown.isprintable() else shown}"'

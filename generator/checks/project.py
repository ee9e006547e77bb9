"""A project as texts in memory, rendered without touching the disk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.catalog import Framework
from generator.compose import Composition, compose
from generator.errors import TemplateError
from generator.plan import Plan
from generator.render import environment

_VARIABLE = re.compile(r"\{\{ ?cookiecutter\.(\w+) ?\}\}")


@dataclass(frozen=True, slots=True)
class Project:
    """A rendered project: its texts by path, and what a check needs to know of its plan.

    ``words`` maps each word that only some layers may bring along to the ids of these layers.
    ``used_as`` says in which other words a dependency shows where it is used.
    """

    files: Mapping[str, str]
    command: str
    framework: str = ""
    chosen: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    used_as: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    binary: tuple[str, ...] = ()

    def texts(self, *endings: str) -> dict[str, str]:
        """Return the files whose path ends in one of ``endings``."""
        return {path: text for path, text in self.files.items() if path.endswith(endings)}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in one file of a project, and the command that makes that project."""

    check: str
    path: str
    line: int
    message: str
    command: str = ""

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.message} [{self.check}]"


def project_of(plan: Plan, composition: Composition | None = None) -> Project:
    """Render a plan in memory. Secrets are fixed text, so that equal plans give equal texts.

    Raises ``TemplateError`` where composing or rendering does.
    """
    composition = composition or compose(plan)
    context = composition.context
    shared = tuple(item for item in context.items() if item[0] != "command")
    texts: dict[str, str] = {}
    binary = []
    for path, source in composition.files.items():
        if source.text is None:
            binary.append(path)
        elif source.templated:
            own = tuple(context.items()) if "cookiecutter.command" in source.text else shared
            texts[path] = _rendered(source.text, own, str(source.origin))
        else:
            texts[path] = source.text
    return Project(
        files=texts,
        command=plan.command,
        framework=plan.framework.id,
        chosen=tuple(layer.id for layer in plan.layers),
        words=_words(plan.framework),
        used_as={
            name: words for layer in plan.contributions for name, words in layer.used_as.items()
        },
        binary=tuple(binary),
    )


@lru_cache(maxsize=32)
def _words(framework: Framework) -> Mapping[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for layer in framework.layers.values():
        for word in layer.words:
            words[word] = (*words.get(word, ()), layer.id)
    return words


@lru_cache(maxsize=16384)
def _rendered(text: str, context: tuple[tuple[str, str], ...], origin: str) -> str:
    """Render a text as cookiecutter does; one that only names variables needs no compiler."""
    variables = dict(context)
    plain = _VARIABLE.sub("", text)
    if not any(sign in plain for sign in ("{{", "{%", "{#")):
        if unknown := {name for name in _VARIABLE.findall(text) if name not in variables}:
            raise TemplateError(f'{origin}: there is no variable "cookiecutter.{min(unknown)}".')
        return _VARIABLE.sub(lambda found: variables[found[1]], text)
    try:
        return (
            environment()
            .from_string(text)
            .render(cookiecutter=variables, random_ascii_string=_fixed_secret)
        )
    except Exception as error:  # a template can raise anything
        raise TemplateError(f"{origin}: {error}") from None


def _fixed_secret(length: int, punctuation: bool = False) -> str:
    return ("Secret0" * length)[:length]

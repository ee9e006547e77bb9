"""The command line that makes the same project again, without a question."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable

from generator.answers import Answers
from generator.catalog import Framework
from generator.choose import Choice, Chosen, default_layers, options
from generator.layers import Axis, Layer, holds


def equivalent_command(answers: Answers, choice: Choice, framework: Framework) -> str:
    """Return the command; what is the framework's own default is left out."""
    words = ["whichway", "new", answers.name, "--framework", framework.id]
    before: dict[str, tuple[Layer, ...]] = {}
    for axis in framework.axes:
        chosen = choice.by_axis.get(axis.id, ())
        if axis.ask and chosen:
            words += _words(axis, chosen, before, framework)
        elif axis.many and holds(axis.when, before):
            words += _words(axis, (), before, framework)
        before[axis.id] = chosen
    for flag in ("preference", "description", "author", "email"):
        if value := getattr(answers, flag):
            words += [f"--{flag}", value]
    words += [word for folder in answers.templates for word in ("--templates", folder)]
    return shell_command([*words, "--defaults"])


def shell_command(words: Iterable[str]) -> str:
    """Return words as one types them into a shell: that of Windows, too, where it can be."""
    return " ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    """Put a word between double quotes, which every shell takes, unless one would look inside."""
    bare = shlex.quote(word) == word
    return f'"{word}"' if not bare and not re.search(r'[$"\\`!%\n]', word) else shlex.quote(word)


def _words(
    axis: Axis, chosen: tuple[Layer, ...], before: Chosen, framework: Framework
) -> Iterable[str]:
    offered = [o.layer for o in options(framework, axis, before) if not o.refusal]
    usual = default_layers(axis, offered, before)
    if axis.id in ("database", "size", "app-type"):
        return [f"--{axis.id}", chosen[0].name]
    if not axis.many:
        return [] if chosen == usual else [f"--{axis.id}", chosen[0].name]
    plus = [word for layer in chosen if layer not in usual for word in ("--with", layer.name)]
    minus = [word for layer in usual if layer not in chosen for word in ("--without", layer.name)]
    return plus + minus

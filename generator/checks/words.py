"""No name of an option that was not chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.checks.project import Finding, Project

#: Files that state the answers, so that they may name what was left out; and a lawyer's text.
EXEMPT = (".whichway.toml", "LICENSE")


def words_are_absent(project: Project) -> Iterable[Finding]:
    """A layer's ``words`` stand nowhere in a project without that layer, paths included."""
    words = tuple(project.words)
    chosen = {"base", *project.chosen}
    foreign = {word for word, owners in project.words.items() if chosen.isdisjoint(owners)}
    for path, text in project.files.items():
        if path in EXEMPT:
            continue
        body = text.replace(project.command, "") if "whichway new" in text else text
        for word in sorted(foreign & (words_in(body, words) | words_in(path, words))):
            owners = " or ".join(project.words[word])
            message = f'names "{word}", which belongs to {owners}'
            yield Finding("word", path, _line_of(body, word), message, project.command)


@lru_cache(maxsize=65536)
def words_in(text: str, words: tuple[str, ...]) -> frozenset[str]:
    """Return those of the words that begin somewhere: "compose" is not in "decompose"."""
    lower = text.lower()
    return frozenset(w for w in words if w in lower and _pattern(w).search(lower))


@lru_cache(maxsize=4096)
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){re.escape(word)}")


def _line_of(text: str, word: str) -> int:
    found = _pattern(word).search(text.lower())
    return text.count("\n", 0, found.start()) + 1 if found else 0

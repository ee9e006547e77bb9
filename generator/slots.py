"""Slots and fragments: filling the named comment lines of a template, in any text format."""

import re
import textwrap
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.errors import TemplateError

_OPEN, _CLOSE = r"(?:#|<!--|\{#|/\*|//)", r"(?:-->|#\}|\*/)?"
SLOT = re.compile(
    rf"^(?P<indent>[ \t]*){_OPEN}\s*slot:\s*(?P<name>[\w.]+)(?P<words>(?:\s+\w+)*)\s*{_CLOSE}\s*$"
)
FILL = re.compile(rf"^{_OPEN}\s*fill:\s*(?P<name>[\w.]+)\s*{_CLOSE}\s*$")
MARKER = re.compile(rf"^[ \t]*{_OPEN}\s*(?:slot|fill)\b", re.MULTILINE)
_IF_NAME = re.compile(r"^(?P<indent> *)if \w+:$")
_EMPTY = "\x00"


class Fragment(NamedTuple):
    """What one layer puts into one slot; ``imports`` are the statements it begins with."""

    slot: str
    layer_id: str
    text: str
    source: str = ""


class Slot(NamedTuple):
    """A declared slot: ``many`` layers may fill it, ``spaced`` by a blank line."""

    name: str
    many: bool
    spaced: bool


class Filled(NamedTuple):
    """A text with its slots filled, the import statements to hoist, and what filled it."""

    text: str
    imports: tuple[str, ...]
    declared: int
    used: tuple[Fragment, ...]


def declared_slots(text: str) -> list[Slot]:
    """Return the slots that a text declares."""
    lines = (line for line in text.splitlines() if "slot:" in line)
    return [_slot(found) for line in lines if (found := SLOT.match(line))]


def text_of(file: Path) -> str:
    """Read a text of a template. Raises ``TemplateError`` when it is none."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise TemplateError(f"{file}: not valid UTF-8: {error}.") from None


@lru_cache(maxsize=4096)
def read_fills(file: Path, layer_id: str) -> tuple[Fragment, ...]:
    """Return the ``fill:`` sections of a file. Raises ``TemplateError`` for text before them."""
    sections: list[tuple[str, int, list[str]]] = []
    for number, line in enumerate(text_of(file).splitlines(), 1):
        if "fill:" in line and (found := FILL.match(line)):
            sections.append((found["name"], number, []))
        elif sections:
            sections[-1][2].append(line)
        elif line.strip() and not line.startswith(("#", "<!--", "/*", "//", "{#")):
            raise TemplateError(f'{file}:{number}: text before the first "fill:" line.')
    return tuple(
        Fragment(name, layer_id, _trimmed(lines), f"{file}:{number}")
        for name, number, lines in sections
    )


def fill(
    text: str, fragments: Mapping[str, Sequence[Fragment]], *, path: str, hoist: bool
) -> Filled:
    """Fill the slots of a text, nested ones too.

    With ``hoist`` the import statements that fragments begin with are taken out and returned.
    Raises ``TemplateError`` when two layers claim a slot that is not ``many``.
    """
    imports: list[str] = []
    used: list[Fragment] = []
    declared = 0

    def expand(text: str, depth: int = 0) -> list[str]:
        nonlocal declared
        if depth > 20:
            raise TemplateError(f"{path}: slots are nested in a circle.")
        if "slot:" not in text:
            return text.splitlines()
        result: list[str] = []
        for line in text.splitlines():
            found = SLOT.match(line) if "slot:" in line else None
            if not found:
                result.append(line)
                continue
            declared += 1
            result += _indented(expand_slot(_slot(found), depth), found["indent"])
        return result

    def expand_slot(slot: Slot, depth: int) -> list[str]:
        claims = fragments.get(slot.name, ())
        if len(claims) > 1 and not slot.many:
            who = " and ".join(sorted({claim.source for claim in claims}))
            raise TemplateError(f'{path}: the slot "{slot.name}" takes one fragment; found {who}.')
        result: list[str] = []
        for claim in claims:
            head, body = split_imports(claim.text) if hoist else ((), claim.text)
            imports.extend(head)
            used.append(claim)
            lines = _without_empty(expand(body, depth + 1))
            if slot.spaced and result and lines:
                result.append("")
            result += lines
        return result or [_EMPTY]

    lines = _without_empty(expand(text))
    body = "\n".join(lines).strip("\n")
    return Filled(body + "\n" if body else "", tuple(imports), declared, tuple(used))


@lru_cache(maxsize=4096)
def split_imports(text: str) -> tuple[tuple[str, ...], str]:
    """Split a fragment into the import statements it begins with and the rest."""
    lines = text.split("\n")
    statements: list[str] = []
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
        elif re.match(r"(import|from)\s+[\w.]", lines[at]):
            end = at
            if "(" in lines[at].partition("#")[0]:
                while ")" not in lines[end].partition("#")[0]:
                    end += 1
            statements.append("\n".join(lines[at : end + 1]))
            at = end + 1
        else:
            break
    return tuple(statements), "\n".join(lines[at:]) if statements else text


def _slot(found: re.Match[str]) -> Slot:
    words = found["words"].split()
    if unknown := set(words) - {"many", "spaced"}:
        raise TemplateError(
            f'Slot "{found["name"]}": unknown word "{min(unknown)}". Valid: many, spaced.'
        )
    return Slot(found["name"], "many" in words, "spaced" in words)


def _trimmed(lines: list[str]) -> str:
    """Join lines without their common margin and without empty ones around them."""
    text = "\n".join(lines).strip("\n")
    if text[:1] in " \t" or " \n" in text or "\t\n" in text:
        text = textwrap.dedent(text).strip("\n")
    return text.rstrip()


def _indented(lines: Sequence[str], indent: str) -> list[str]:
    return [indent + line if line else line for line in lines]


def _without_empty(lines: list[str]) -> list[str]:
    """Take out the marks of empty slots, with a blank line that would be left over."""
    if _EMPTY not in "".join(lines):
        return lines
    result: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.endswith(_EMPTY):
            result.append(line)
            at += 1
            continue
        indent = len(line) - 1
        while at < len(lines) and lines[at].endswith(_EMPTY):
            at += 1
        following = lines[at] if at < len(lines) else None
        block_ends = following is None or _closes(following, indent)
        after_blank = bool(result) and not result[-1].strip()
        opened = not result or result[-1].rstrip().endswith((":", "(", "[", "{"))
        if after_blank and (block_ends or not (following or "").strip()):
            result.pop()
        elif opened and following is not None and not following.strip():
            at += 1
        elif opened and following is not None and _closes_bracket(result, following):
            result[-1] += following.strip()
            at += 1
        elif following is not None and _is_else(result, following):
            result[-1] = result[-1].replace("if ", "if not ", 1)
            at += 1
    return result


def _closes_bracket(before: list[str], line: str) -> bool:
    """Say whether a line closes, at once, the bracket that the line before it opens."""
    pairs = {"(": ")", "[": "]", "{": "}"}
    return bool(before) and pairs.get(before[-1][-1:], "?") == line.strip()[:1]


def _is_else(before: list[str], line: str) -> bool:
    """Say whether a line is the ``else`` of an ``if NAME`` under which nothing is left."""
    found = _IF_NAME.match(before[-1]) if before else None
    return found is not None and line == f"{found['indent']}else:"


def _closes(line: str, indent: int) -> bool:
    stripped = line.strip()
    if not stripped:
        return False
    return len(line) - len(line.lstrip()) < indent or stripped[0] in ")]}"

"""Reading the sources of a layer: its fills, its Python, and what the engine says of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

from generator.catalog import Framework
from generator.checks import Finding
from generator.errors import TemplateError, did_you_mean
from generator.layers import Layer
from generator.overlay import all_slots
from generator.slots import SLOT, declared_slots, read_fills, text_of


def lint_fills(file: Path, layer: Layer, framework: Framework) -> Iterable[Finding]:
    """Yield fragments that fill no slot or, in ``fills.py``, do not parse."""
    try:
        fragments = read_fills(file, layer.id)
    except TemplateError as error:
        yield from_error(error, "slot")
        return
    slots = all_slots(framework)
    for fragment in fragments:
        if fragment.slot not in slots:
            message = f'no template of {framework.id} declares the slot "{fragment.slot}":'
            hint = did_you_mean(fragment.slot, slots) + " see 'whichway list --slots'"
            yield from_error(TemplateError(f"{fragment.source}: {message}{hint}"), "slot")
        elif file.suffix == ".py":
            number = int(fragment.source.rpartition(":")[2])
            yield from _parsed(fragment.text, file, number, _CONTEXTS)


def lint_slots(file: Path) -> Iterable[Finding]:
    """Yield the slots of a file that say what no slot can."""
    for number, line in enumerate(file.read_bytes().decode(errors="replace").splitlines(), 1):
        try:
            declared_slots(line)
        except TemplateError as error:
            yield Finding("slot", str(file), number, str(error).rstrip("."))


def lint_python(file: Path) -> Iterable[Finding]:
    """Yield the syntax error of a Python file, if it has one."""
    if file.suffix != ".py":
        return
    try:
        yield from _parsed(text_of(file), file, 0, ["{}"])
    except TemplateError as error:
        yield from_error(error, "text")


#: What a fragment may be a part of: a module, the lines of a call, a collection, a definition.
_CONTEXTS = ["{}", "f(\n{}\n)", "[\n{}\n]", "{{\n{}\n}}", "{}\ndef f(): ..."]


def _parsed(text: str, file: Path, offset: int, contexts: Sequence[str]) -> Iterable[Finding]:
    """Yield the first error if a text is Python in none of the contexts, slots empty or filled."""
    filled = "\n".join(
        f"{found['indent']}pass" if (found := SLOT.match(line)) else line
        for line in text.split("\n")
    )
    first: SyntaxError | None = None
    for context, body in product(contexts, (filled, text)):
        try:
            ast.parse(context.format(body))
        except SyntaxError as error:
            first = first or error
        else:
            return
    if first:
        line = (first.lineno or 0) + offset
        yield Finding("text", str(file), line, f"not valid Python: {first.msg}")


def from_error(error: TemplateError, check: str) -> Finding:
    """Return an error of the engine as a finding: it says file and line itself."""
    found = re.match(r"((?:\w:)?[^:\n]+?):(?:(\d+):)? (.*)", str(error), re.DOTALL)
    if not found or not (Path(found[1]).exists() or "." in found[1].rpartition("/")[2]):
        return Finding(check, "", 0, str(error))
    return Finding(check, found[1], int(found[2] or 0), found[3].rstrip("."))

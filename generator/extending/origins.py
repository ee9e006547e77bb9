"""Where things come from: the layer behind each file of a plan, and every slot of a framework."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.catalog import Framework
from generator.layers import Layer
from generator.overlay import Source
from generator.provided import PROVIDED
from generator.reading import PROJECT_FOLDER, files_below
from generator.slots import SLOT, read_fills


@dataclass(frozen=True, slots=True)
class Place:
    """A layer and the line of the template file in which it says something."""

    layer: str
    source: str


@dataclass(slots=True)
class SlotFacts:
    """A slot of a framework: what it takes, who declares it, and who fills it."""

    name: str
    many: bool = False
    spaced: bool = False
    provided: str = ""
    declared: list[Place] = field(default_factory=list)
    filled: list[Place] = field(default_factory=list)


def slots_of(framework: Framework) -> list[SlotFacts]:
    """Return every slot that a layer of a framework declares, by name, with those who fill it."""
    found: dict[str, SlotFacts] = {}
    for layer in framework.layers.values():
        for file in template_files(layer):
            for number, line in _lines(file):
                if match := SLOT.match(line):
                    words = match["words"].split()
                    facts = found.setdefault(match["name"], SlotFacts(match["name"]))
                    facts.many |= "many" in words
                    facts.spaced |= "spaced" in words
                    facts.declared.append(Place(layer.id, f"{file}:{number}"))
    for layer in framework.layers.values():
        for file in (f for f in template_files(layer) if f.name.startswith("fills.")):
            for fragment in read_fills(file, layer.id):
                if fragment.slot in found:
                    found[fragment.slot].filled.append(Place(layer.id, fragment.source))
    for name, text in PROVIDED.items():
        if name in found:
            found[name].provided = text
    return sorted(found.values(), key=lambda facts: facts.name)


def template_files(layer: Layer) -> Iterable[Path]:
    """Yield the project files and the fills of a layer, those of its ``with/`` folders too."""
    return (file for folder in layer.folders for file in templates_below(folder))


def templates_below(folder: Path) -> Iterable[Path]:
    """Yield the project files and the fills below a folder."""
    for file in files_below(folder):
        if PROJECT_FOLDER in file.parts or file.name.startswith("fills."):
            yield file


def short(source: str, roots: Sequence[Path]) -> str:
    """Return a template file's place without the folder that its template root stands in."""
    for root in roots:
        if source.startswith(f"{root.parent}/"):
            return source.removeprefix(f"{root.parent}/")
    return source


def _lines(file: Path) -> Iterable[tuple[int, str]]:
    text = _text_of(file)
    return enumerate(text.splitlines(), 1) if "slot:" in text else ()


def _text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def line_in_templates(source: Source, text: str, root: Path) -> tuple[str, int]:
    """Return the template file and line that a line of a composed file came from.

    Files below ``root`` are looked at first. Without a match, it is the file's own template.
    """
    files = [source.origin, *(Path(fill.source.rpartition(":")[0]) for fill in source.fills)]
    wanted = text.strip()
    for file in sorted(filter(Path.is_file, files), key=lambda f: not f.is_relative_to(root)):
        for number, line in enumerate(_text_of(file).splitlines() if wanted else (), 1):
            if line.strip() == wanted:
                return str(file), number
    return str(source.origin), 0

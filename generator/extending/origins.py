"""Where things come from: the layer behind each file of a plan, and every slot of a framework."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import click

from generator.catalog import PROJECT_FOLDER, Framework, Layer
from generator.compose import Composition
from generator.provided import PROVIDED
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
    for folder in layer.folders:
        for file in sorted(folder.rglob("*")):
            is_fill = file.name.startswith("fills.") and PROJECT_FOLDER not in file.parts
            if file.is_file() and (is_fill or PROJECT_FOLDER in file.parts):
                yield file


def show_slots(frameworks: Iterable[Framework], roots: Sequence[Path], *, as_json: bool) -> None:
    """Print every slot of the frameworks."""
    tables = {framework.id: slots_of(framework) for framework in frameworks}
    if as_json:
        data = {id_: [_relative(asdict(s), roots) for s in slots] for id_, slots in tables.items()}
        click.echo(json.dumps({"slots": data}, indent=2, ensure_ascii=False))
        return
    for framework_id, slots in tables.items():
        click.echo(f"{framework_id}: {len(slots)} slots\n")
        for slot in slots:
            words = " many" * slot.many + " spaced" * slot.spaced
            click.echo(f"  {slot.name}{words}")
            for place in slot.declared:
                click.echo(f"    declared  {place.layer:<28} {short(place.source, roots)}")
            if slot.provided:
                click.echo(f"    filled    {'the plan':<28} {slot.provided}")
            for place in slot.filled:
                click.echo(f"    filled    {place.layer:<28} {short(place.source, roots)}")
        click.echo()


def show_files(composition: Composition, roots: Sequence[Path], *, as_json: bool) -> None:
    """Print which layer made each file of a composition, and who filled its slots."""
    rows = [
        {
            "path": path,
            "layer": source.layer_id,
            "source": short(str(source.origin), roots),
            "slots": [
                {
                    "slot": fragment.slot,
                    "layer": fragment.layer_id,
                    "source": short(fragment.source, roots),
                }
                for fragment in source.fills
            ],
        }
        for path, source in composition.files.items()
    ]
    if as_json:
        click.echo(json.dumps({"files": rows}, indent=2, ensure_ascii=False))
        return
    for row in rows:
        click.echo(f"{row['path']:<44} {row['layer']:<28} {row['source']}")
        for fill in composition.files[str(row["path"])].fills:
            label = f"  {fill.slot}"
            click.echo(f"{label:<44} {fill.layer_id:<28} {short(fill.source, roots)}")


def short(source: str, roots: Sequence[Path]) -> str:
    """Return a template file's place without the folder that its template root stands in."""
    for root in roots:
        if source.startswith(f"{root.parent}/"):
            return source.removeprefix(f"{root.parent}/")
    return source


def _lines(file: Path) -> Iterable[tuple[int, str]]:
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ()
    return enumerate(text.splitlines(), 1) if "slot:" in text else ()


def _relative(data: dict[str, Any], roots: Sequence[Path]) -> dict[str, Any]:
    for place in (*data["declared"], *data["filled"]):
        place["source"] = short(place["source"], roots)
    return data

"""Printing where things come from: ``explain --files`` and ``list --slots``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from generator.data import print_json
from generator.extending.export import compose_stated
from generator.extending.origins import short, slots_of
from generator.options import catalog
from generator.sources import Stated


def show_slots(*, as_json: bool) -> None:
    """Print every slot of every framework."""
    menu = catalog()
    roots = menu.roots
    tables = {framework.id: slots_of(framework) for framework in menu.frameworks()}
    if as_json:
        data = {id_: [_relative(asdict(s), roots) for s in slots] for id_, slots in tables.items()}
        print_json({"slots": data})
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


def show_files(given: Stated, *, as_json: bool) -> None:
    """Print which layer made each file of what is stated, and who filled its slots."""
    composition = compose_stated(given)
    roots = catalog(given.get("templates", ())).roots
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
        print_json({"files": rows})
        return
    for row in rows:
        click.echo(f"{row['path']:<44} {row['layer']:<28} {row['source']}")
        for fill in composition.files[str(row["path"])].fills:
            label = f"  {fill.slot}"
            click.echo(f"{label:<44} {fill.layer_id:<28} {short(fill.source, roots)}")


def _relative(data: dict[str, Any], roots: Sequence[Path]) -> dict[str, Any]:
    for place in (*data["declared"], *data["filled"]):
        place["source"] = short(place["source"], roots)
    return data

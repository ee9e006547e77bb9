"""Printing where things come from: ``explain --files`` and ``list --slots``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.data import print_json, written_data
from generator.equivalent import shell_command
from generator.extending.export import compose_stated
from generator.extending.origins import short, slots_of
from generator.options import catalog
from generator.screens import counts, tree_screen
from generator.sources import Stated

if TYPE_CHECKING:
    from generator.extending.foreign import Result
    from generator.job import Mode


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


def show_result(result: Result, mode: Mode) -> None:
    """Print what a foreign template made, or in a dry run would make."""
    if mode.show:
        data = {"path": mode.show, "text": result.shown}
        print_json(data) if mode.as_json else click.echo(result.shown, nl=False)
        return
    programs = [*result.left.hooks, *result.left.extensions]
    if mode.as_json:
        what = {"files": list(result.files.created)} if mode.dry_run else {
            **written_data(result.files), "seconds": round(result.seconds, 3)
        }  # fmt: skip
        print_json({"target": str(result.target), **what, "not_run": programs})
        return
    if mode.dry_run:
        lines = [tree_screen(str(result.target), result.files.created)]
    else:
        command = shell_command(["cd", str(result.target)])
        said = f"Wrote {result.target} in {result.seconds:.1f} s: {counts(result.files)}."
        lines = [said, "", "Next:", f"  {command}"]
    if programs:
        lines += ["", f"Not run, so that something may be different: {', '.join(programs)}."]
    click.echo("\n".join(lines))


def _relative(data: dict[str, Any], roots: Sequence[Path]) -> dict[str, Any]:
    for place in (*data["declared"], *data["filled"]):
        place["source"] = short(place["source"], roots)
    return data

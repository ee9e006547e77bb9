"""The commands about the user's own side: schema, config, doctor and completion."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import click

from generator.data import print_json
from generator.json_schema import json_schema
from generator.options import catalog
from generator.schema import Value, fields
from generator.sources import (
    config_file,
    config_folder,
    configuration,
    gather,
    git_identity,
    presets,
    shown_value,
)
from generator.tables import read_table


def show_schema() -> None:
    """Print the JSON Schema of the answers."""
    click.echo(json.dumps(json_schema(catalog()), indent=2))


def show_config(*, as_json: bool) -> None:
    """Print where the user's settings are, and what each says.

    Raises ``UsageError`` for the same settings as every command that takes them.
    """
    from generator.screens import wrapped

    gather({}, catalog)
    known = fields(catalog())
    file = config_file()
    variables: dict[str, Value] = {item.variable: os.environ[item.variable] for item in known
                 if item.variable in os.environ}  # fmt: skip
    settings: dict[str, Mapping[str, Value]] = {
        str(file): configuration(os.environ, known),
        "environment variables": variables,
        "git": git_identity(),
    }
    summaries = {
        name: str(read_table(path).get("summary", "")) for name, path in presets(catalog()).items()
    }
    if as_json:
        return print_json(
            {
                "file": str(file),
                "exists": file.is_file(),
                "folder": str(config_folder()),
                "settings": settings,
                "presets": summaries,
                "keys": {item.id: item.help for item in known if item.id != "name"},
            }
        )
    lines = [f"Configuration file: {file}"]
    lines += [] if file.is_file() else ['  not there yet: write lines such as licence = "mit"']
    lines += [f"Presets of your own: {config_folder() / 'presets'}"]
    lines += [f"Templates of your own: {config_folder() / 'templates'}"]
    for source, values in settings.items():
        lines += [
            f"\n{source}:",
            *(f"  {key} = {shown_value(value)}" for key, value in values.items()),
        ]
        lines += [] if values else ["  nothing"]
    lines += ["\nPresets:", *(f"  {name:<13} {text}" for name, text in sorted(summaries.items()))]
    keys = ", ".join(item.id for item in known[1:])
    click.echo("\n".join([*lines, "", *wrapped(keys, "Keys: ")]))
    return None


def show_doctor(*, as_json: bool) -> int:
    """Print what the machine has and lacks; return 1 when something needed is missing."""
    from dataclasses import asdict

    from generator.doctor import examine

    found = list(examine(Path(), lambda: gather({}, catalog)))
    if as_json:
        print_json({"findings": [asdict(finding) for finding in found]})
    else:
        for finding in found:
            mark = "ok  " if finding.ok else "LACK" if finding.needed else "–   "
            click.echo(f"{mark} {finding.what:<18}{finding.found}")
            if not finding.ok:
                click.echo(f"{'':23}→ {finding.fix}")
    return int(any(finding.needed and not finding.ok for finding in found))


def show_completion(shell: str | None, cli: click.Command, *, install: bool, as_json: bool) -> None:
    """Print the completion script of a shell, or install it."""
    from generator import completion

    shell = shell or completion.detected()
    text = completion.script(shell, cli)
    changed = [str(file) for file in completion.install(shell, text)] if install else []
    if as_json:
        print_json({"shell": shell, "script": text, "changed": changed})
    elif install:
        click.echo(f"Installed for {shell} in {' and '.join(changed)}. Open a new shell.")
    else:
        click.echo(text, nl=False)

"""What a foreign template would run on this machine, and whether its user agreed to that."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from generator.errors import TemplateError
from generator.extending.fetched import Fetched
from generator.sources import config_folder

_HOOKS = ("pre_prompt", "pre_gen_project", "post_gen_project")
#: Extensions from here come with cookiecutter itself and do nothing but render text.
_HARMLESS = ("cookiecutter.extensions.", "jinja2.ext.")


@dataclass(frozen=True, slots=True)
class Powers:
    """The programs of a template: hook scripts by path, and Jinja extensions."""

    hooks: tuple[str, ...]
    extensions: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.hooks or self.extensions)

    @property
    def lines(self) -> list[str]:
        return [
            *(f"  hook       {hook}" for hook in self.hooks),
            *(f"  extension  {name}" for name in self.extensions),
        ]


def powers_of(template: Fetched) -> Powers:
    """Return everything in a template, nested ones too, that would run."""
    manifests = sorted(template.root.rglob("cookiecutter.json"))
    hooks = [
        file.relative_to(template.root).as_posix()
        for manifest in manifests
        for file in sorted(manifest.parent.glob("hooks/*"))
        if file.is_file() and file.stem in _HOOKS and not file.name.endswith("~")
    ]
    extensions = [
        str(name)
        for manifest in manifests
        for name in read_manifest(manifest).get("_extensions", [])
        if not str(name).startswith(_HARMLESS)
    ]
    return Powers(tuple(hooks), tuple(dict.fromkeys(extensions)))


def read_manifest(file: Path) -> dict[str, Any]:
    """Read a cookiecutter.json. Raises ``TemplateError`` when it is none."""
    try:
        table = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TemplateError(f"{file}: not valid JSON: {error}.") from None
    if not isinstance(table, dict):
        raise TemplateError(f"{file}: no table of variables.")
    return table


def may_run(template: Fetched, powers: Powers, *, trust: bool, interactive: bool) -> bool:
    """Say whether a template may run its programs; ask once per source and content."""
    if trust or not powers:
        return trust
    if agreed(template):
        return True
    at = f" at commit {template.commit[:12]}" if template.commit else ""
    click.echo(f'"{template.source}"{at} wants to run programs of its own:', err=True)
    click.echo("\n".join(powers.lines), err=True)
    if not interactive:
        click.echo("They are not run. Read them, then add --trust.", err=True)
        return False
    if not click.confirm("Run them, now and whenever this very content comes again?", err=True):
        return False
    _remember(_trusted() | {template.digest: f"{template.source}{at}"})
    return True


def agreed(template: Fetched) -> bool:
    """Say whether the user agreed before to what this very content runs."""
    return template.digest in _trusted()


def _file() -> Path:
    return config_folder() / "trusted.json"


def _trusted() -> dict[str, str]:
    try:
        known: dict[str, str] = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _remember(known: dict[str, str]) -> None:
    _file().parent.mkdir(parents=True, exist_ok=True)
    _file().write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")

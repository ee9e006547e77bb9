"""The commands for people who extend the templates: thin shells, added to ``whichway``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands import json_option
from generator.errors import UsageError

if TYPE_CHECKING:
    from generator.job import Mode
    from generator.sources import Stated


_TEMPLATE_OPTIONS = (
    click.option(
        "--template", metavar="SOURCE", type=click.Path(),
        help="Render any cookiecutter template instead: a folder, git URL, zip or abbreviation.",
    ),
    click.option("--checkout", metavar="REF", help="Of --template: a branch, tag or commit."),
    click.option("--directory", metavar="PATH", help="Of --template: the folder inside of it."),
    click.option(
        "--set", "variables", multiple=True, metavar="NAME=VALUE",
        help="Of --template: the value of one of its variables; repeatable.",
    ),
    click.option("--trust", is_flag=True, help="Of --template: let it run its own programs."),
)  # fmt: skip
_TEMPLATE_KEYS = ("template", "checkout", "directory", "variables", "trust")


def template_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options that concern a foreign template."""
    for option in reversed(_TEMPLATE_OPTIONS):
        command = option(command)
    return command


def taken_from(flags: dict[str, Any]) -> dict[str, Any]:
    """Take the options of a foreign template out of the flags; nothing when none is named."""
    values = {key: flags.pop(key) for key in _TEMPLATE_KEYS}
    if values["template"]:
        return values
    if stray := next((key for key, value in values.items() if value), ""):
        raise UsageError(f"--{stray.replace('variables', 'set')} goes with --template only.")
    return {}


def new_from_template(values: dict[str, Any], given: Stated, mode: Mode) -> int:
    """Render a foreign template instead of ours."""
    from generator.extending.foreign import Request
    from generator.extending.foreign import new_from_template as render
    from generator.extending.show import show_result

    for switch in ("git", "install", "migrate"):
        if given.orders.get(switch):
            raise UsageError(f"--{switch} does not go with --template: do it in the project.")
    show_result(
        render(
            Request(
                values["template"], values["checkout"] or "", values["directory"] or "",
                values["variables"], values["trust"], mode,
            ),
            given,
        ),
        mode,
    )  # fmt: skip
    return 0


@click.group()
def layer() -> None:
    """Make layers of your own."""


@layer.command("new")
@click.argument("path", type=click.Path(path_type=Path))
@json_option
def layer_new(path: Path, as_json: bool) -> None:
    """Write the skeleton of a layer to PATH.

    PATH is ROOT/FRAMEWORK/AXIS/NAME. Every key that a layer may have stands in it as a comment.
    """
    from generator.catalog import Catalog
    from generator.data import print_json
    from generator.equivalent import shell_command
    from generator.extending.skeleton import new_layer, root_of
    from generator.roots import template_roots

    root = root_of(path)
    others = template_roots()
    catalog = Catalog([*others, root] if root.is_dir() and root not in others else others)
    files = [str(file) for file in new_layer(path, catalog)]
    if as_json:
        return print_json({"root": str(root), "files": files})
    commands = (["whichway", "check", str(root)], ["whichway", "list", "--templates", str(root)])
    lines = [*(f"wrote {file}" for file in files), "\nNext:\n"]
    click.echo("\n".join([*lines, *(f"  {shell_command(words)}" for words in commands)]))
    return None


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--templates", multiple=True, metavar="DIR", type=click.Path(file_okay=False),
    help="A further root to check it with.",
)  # fmt: skip
@click.option("--run", "run", is_flag=True, help="Install and test a project of each layer, too.")
@json_option
def check(folder: Path, templates: tuple[str, ...], run: bool, as_json: bool) -> int:
    """Check the templates in DIR with all that they can join."""
    from dataclasses import asdict

    from generator.data import print_json
    from generator.extending.trial import check_root
    from generator.options import catalog
    from generator.roots import checked_root

    others = catalog(templates).roots
    report = check_root(checked_root(folder, others, "DIR"), others)
    findings = list(report.findings.values())
    if run and not findings:
        from generator.extending.trial_run import run_plans

        findings = run_plans(report)
    if as_json:
        data = {
            "layers": {layer_id: len(plans) for layer_id, plans in report.layers.items()},
            "findings": [asdict(finding) for finding in findings],
        }
        print_json(data)
        return 3 if findings else 0
    for finding in findings:
        click.echo(str(finding))
        if finding.command:
            click.echo(f"    {finding.command}")
    layers = len(report.layers)
    count = f"{layers} layer{'s' * (layers != 1)} in {report.rendered} projects"
    click.echo(f"{count}: {len(findings) or 'no'} problem{'s' * (len(findings) != 1)}", err=True)
    return 3 if findings else 0


COMMANDS: tuple[click.Command, ...] = (layer, check)

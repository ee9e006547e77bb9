"""The commands for people who extend the templates: thin shells, added to ``whichway``."""

from __future__ import annotations

from pathlib import Path

import click

_json_option = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")


@click.group()
def layer() -> None:
    """Make layers of your own."""


@layer.command("new")
@click.argument("path", type=click.Path(path_type=Path))
def layer_new(path: Path) -> None:
    """Write a commented skeleton of a layer to PATH: ROOT/FRAMEWORK/AXIS/NAME."""
    from generator.catalog import Catalog
    from generator.extending.skeleton import new_layer
    from generator.roots import template_roots

    root = path.expanduser().absolute().parents[2]
    others = template_roots()
    catalog = Catalog([*others, root] if root.is_dir() and root not in others else others)
    for file in new_layer(path, catalog):
        click.echo(f"wrote {file}")
    click.echo(f"\nNext:\n\n  whichway check {root}\n  whichway list --templates {root}")


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--templates", multiple=True, metavar="DIR", help="A further root to check it with.")
@click.option("--run", "run", is_flag=True, help="Install and test a project of each layer, too.")
@_json_option
def check(folder: Path, templates: tuple[str, ...], run: bool, as_json: bool) -> int:
    """Check the templates in DIR: read them, and render them with all that they can join."""
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
    count = f"{len(report.layers)} layers in {report.rendered} projects"
    click.echo(f"{count}: {len(findings) or 'no'} problem{'s' * (len(findings) != 1)}", err=True)
    return 3 if findings else 0


COMMANDS: tuple[click.Command, ...] = (check, layer)

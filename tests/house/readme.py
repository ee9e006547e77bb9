"""Writes the parts of README.md that follow from the sources: ``python -m tests.house.readme``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from generator.catalog import Catalog, Framework
from generator.cli import cli
from generator.decision import CRITERIA, RULES, Rule
from generator.roots import built_in_root

README = Path(__file__).parents[2] / "README.md"


def decision_table() -> str:
    """Return the rules as a Markdown table."""
    rows = [
        f"| {CRITERIA[rule.criterion]} | {' or '.join(rule.values)} | {_side(rule)} | {rule.text} |"
        for rule in RULES
    ]
    return "\n".join(["| criterion | answer | speaks for | because |", "|---|---|---|---|", *rows])


def _side(rule: Rule) -> str:
    if rule.side is None:
        return "neither"
    return f"**{rule.side.title()}**, " + ("decisive" if rule.decisive else f"+{rule.weight}")


def flags() -> str:
    """Return the options of ``whichway new`` as a Markdown table."""
    command = cli.commands["new"]
    context = click.Context(
        command,
        info_name="new",
        max_content_width=10_000,
        terminal_width=10_000,
        help_option_names=["-h", "--help"],
    )
    rows = [
        f"| `{_cell(record[0])}` | {_cell(record[1])} |"
        for parameter in command.get_params(context)
        if isinstance(parameter, click.Option) and (record := parameter.get_help_record(context))
    ]
    return "\n".join(["| flag | meaning |", "|---|---|", *rows])


def _cell(text: str) -> str:
    """Return a text as a table's cell, where a bar would begin the next one."""
    return text.replace("|", "\\|")


def menu() -> str:
    """Return every axis and layer that people choose from, framework by framework."""
    catalog = Catalog([built_in_root()])
    return "\n\n".join(
        block for framework in catalog.frameworks() for block in _framework_menu(framework)
    )


def _framework_menu(framework: Framework) -> Iterable[str]:
    yield f"**{framework.title}.** {framework.summary}"
    yield "\n".join(
        f"- {axis.title or axis.id} (`--{axis.id}`): "
        + ", ".join(f"`{layer.name}`" for layer in framework.on(axis.id))
        for axis in framework.axes
        if axis.ask
    )


PARTS = {"decision table": decision_table, "flags": flags, "menu": menu}


def written(text: str) -> str:
    """Return the README's text with its generated parts as the sources have them now."""
    for name, part in PARTS.items():
        before, start, rest = text.partition(f"<!-- {name}: ")
        opening, end, after = rest.partition(f"<!-- end of {name} -->")
        comment = opening.partition("-->")[0]
        text = f"{before}{start}{comment}-->\n\n{part()}\n\n{end}{after}"
    return text


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")

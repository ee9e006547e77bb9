"""The ``whichway`` command: thin shells around the pure core, and the only place that catches."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.errors import WhichwayError

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class AxisCommand(click.Command):
    """A command with one option per axis that is asked about, read from the template folders."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        from generator.options import axis_options

        return [*axis_options(), *super().get_params(ctx)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read ``--templates`` first: the folders it names bring flags of their own."""
        for at, word in enumerate(args):
            if word == "--templates":
                _remember_templates(ctx, None, tuple(args[at + 1 : at + 2]))
            elif word.startswith("--templates="):
                _remember_templates(ctx, None, (word.partition("=")[2],))
        return super().parse_args(ctx, args)


def _remember_templates(
    ctx: click.Context, _: click.Parameter | None, folders: tuple[str, ...]
) -> tuple[str, ...]:
    from generator.roots import STATED

    ctx.meta[STATED] = tuple(dict.fromkeys((*ctx.meta.get(STATED, ()), *folders)))
    return folders


_templates_option = click.option(
    "--templates", multiple=True, metavar="DIR", callback=_remember_templates,
    help="A folder with templates of your own, over all others; repeatable.",
)  # fmt: skip


def _answer_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that state answers and belong to no axis."""
    for option in reversed(
        [
            click.argument("name", required=False),
            click.option(
                "--framework", default="auto", metavar="auto|django|flask", show_default=True,
                help="Take the recommendation, or override it.",
            ),
            click.option(
                "--preference", type=click.Choice(["convention", "freedom"]),
                help="Your wish for convention or for freedom of layout, if you have one.",
            ),
            click.option(
                "--with", "include", multiple=True, metavar="LAYER",
                help="Add a layer, by name or alias; repeatable. See 'whichway list'.",
            ),
            click.option(
                "--without", "exclude", multiple=True, metavar="LAYER",
                help="Leave out a layer that would come by default; repeatable.",
            ),
            _templates_option,
            click.option("--description", default="", help="One line about the project."),
            click.option("--author", default="", help="Who holds the copyright."),
            click.option("--email", default="", help="How to reach the author."),
        ]
    ):  # fmt: skip
        command = option(command)
    return command


@click.group(context_settings=_CONTEXT)
@click.version_option(__version__, "-V", "--version", message="whichway %(version)s")
def cli() -> None:
    """Recommend Django or Flask, with reasons, and write a starter repository."""


@cli.command(cls=AxisCommand)
@_answer_options
@click.option(
    "-o", "--output-dir", type=click.Path(path_type=Path, file_okay=False), default=Path(),
    help="The folder to write the project folder into.  [default: here]",
)  # fmt: skip
@click.option("-y", "--defaults", is_flag=True, help="Ask nothing: defaults for what has no flag.")
def new(name: str | None, output_dir: Path, defaults: bool, **flags: Any) -> None:
    """Write a new project named NAME."""
    from generator import session

    answers = session.stated_answers(name, flags)
    interactive = not defaults and sys.stdin.isatty() and sys.stdout.isatty()
    session.new(answers, output_dir, interactive=interactive)


@cli.command(cls=AxisCommand)
@_answer_options
@click.option("--json", "as_json", is_flag=True, help="Print the decision as JSON.")
def explain(name: str | None, as_json: bool, **flags: Any) -> None:
    """Explain which framework is recommended, criterion by criterion."""
    from generator import session

    session.explain(session.stated_answers(name or "my-project", flags), as_json=as_json)


@cli.command("list")
@_templates_option
@click.option("--json", "as_json", is_flag=True, help="Print the menu as JSON.")
def list_(as_json: bool, templates: tuple[str, ...]) -> None:
    """List frameworks, axes and layers with their summaries."""
    from generator import session

    session.show_menu(as_json=as_json)


def main() -> None:
    """Run the command; turn every error into one line and an exit status."""
    try:
        status = cli.main(standalone_mode=False)
    except WhichwayError as error:
        _fail(str(error), error.exit_status)
    except click.UsageError as error:
        _fail(error.format_message(), 2)
    except click.ClickException as error:
        _fail(error.format_message(), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _fail("Nothing was written.", 130)
    sys.exit(status if isinstance(status, int) else 0)


def _fail(message: str, status: int) -> None:
    click.secho("Error: " if status != 130 else "", fg="red", err=True, nl=False)
    click.echo(message, err=True)
    sys.exit(status)

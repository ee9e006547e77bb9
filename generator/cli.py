"""The ``whichway`` command: thin shells around the pure core, and the only place that catches."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from generator import __version__, interrupts
from generator.commands import COMMANDS, json_option
from generator.errors import WhichwayError
from generator.extending import commands as extending

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_FILE = click.Path(path_type=Path, dir_okay=False)
_DIR = click.Path(file_okay=False)


class FieldCommand(click.Command):
    """A command with an option per field that can be stated."""

    of_run = False

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        from generator.options import field_options

        return [*super().get_params(ctx)[:1], *field_options(of_run=self.of_run),
                *super().get_params(ctx)[1:]]  # fmt: skip

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read ``--templates`` first: the folders it names bring flags of their own."""
        for at, word in enumerate(args):
            if word == "--templates":
                remember_templates(ctx, None, tuple(args[at + 1 : at + 2]))
            elif word.startswith("--templates="):
                remember_templates(ctx, None, (word.partition("=")[2],))
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            if "unexpected extra argument" not in error.message:
                raise
            fix = 'put a name with spaces between quotes, as in new "My Shop".'
            raise click.UsageError(f"{error.message}: {fix}", ctx) from None


class Commands(click.Group):
    """A group that lists its commands in the order in which people need them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


class RunCommand(FieldCommand):
    """A command that also writes, and so takes what concerns the run."""

    of_run = True


def remember_templates(
    ctx: click.Context, _: click.Parameter | None, folders: tuple[str, ...]
) -> tuple[str, ...]:
    """Note template folders as soon as they are read."""
    from generator.roots import STATED

    ctx.meta[STATED] = tuple(dict.fromkeys((*ctx.meta.get(STATED, ()), *folders)))
    return folders


def _complete_preset(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from generator.options import complete_preset

    return complete_preset(ctx, param, incomplete)


_name = click.argument("name", required=False, envvar="WHICHWAY_NAME")
_templates = click.option(
    "--templates", multiple=True, metavar="DIR", callback=remember_templates, type=_DIR,
    envvar="WHICHWAY_TEMPLATES", help="A folder with templates of your own; repeatable.",
)  # fmt: skip
_answers = click.option(
    "--answers", type=_FILE, envvar="WHICHWAY_ANSWERS",
    help="A TOML, YAML or JSON file of answers, such as a project's .whichway.toml.",
)  # fmt: skip
_preset = click.option(
    "--preset", envvar="WHICHWAY_PRESET", shell_complete=_complete_preset,
    help="A named set of answers, ours or yours. See 'whichway config'.",
)  # fmt: skip


@click.group(cls=Commands, context_settings=_CONTEXT)
@click.version_option(__version__, "-V", "--version", message="whichway %(version)s")
def cli() -> None:
    """Recommend Django or Flask, with reasons, and write a starter repository."""


@cli.command(cls=RunCommand)
@_name
@_answers
@_preset
@click.option("-y", "--defaults", is_flag=True, help="Ask nothing: defaults for what is open.")
@click.option("--plain", is_flag=True, help="Ask with numbered lines instead of arrow keys.")
@click.option("--dry-run", is_flag=True, help="Stop before writing: show the plan and the files.")
@click.option("--show", metavar="FILE", help="Print one file as it would be written, and stop.")
@extending.template_options
@json_option
def new(
    answers: Path | None, preset: str | None, defaults: bool, plain: bool, dry_run: bool,
    show: str | None, as_json: bool, **flags: Any,
) -> int:  # fmt: skip
    """Write a new project named NAME."""
    from generator import session
    from generator.job import Mode

    foreign = extending.taken_from(flags)
    quiet = defaults or as_json or bool(show)
    mode = Mode(
        interactive=not quiet and sys.stdin.isatty() and sys.stdout.isatty(),
        plain=plain or os.environ.get("TERM") == "dumb",
        as_json=as_json,
        dry_run=dry_run,
        show=show or "",
    )
    given = session.stated(_given(flags), answers, preset)
    if foreign:
        return extending.new_from_template(foreign, given, mode)
    return session.new(given, mode)


@cli.command(cls=FieldCommand)
@_name
@_answers
@_preset
@click.option("--files", is_flag=True, help="Which layer made each file and filled each slot.")
@json_option
def explain(
    answers: Path | None, preset: str | None, files: bool, as_json: bool, **flags: Any
) -> None:
    """Say which framework is recommended, criterion by criterion."""
    from generator import session

    given = session.stated(_given(flags), answers, preset)
    if files:
        from generator.extending.show import show_files

        show_files(given, as_json=as_json)
    else:
        session.explain(given, as_json=as_json)


@cli.command("list")
@_templates
@click.option("--slots", is_flag=True, help="List the slots: who declares and who fills them.")
@json_option
def list_(as_json: bool, slots: bool, templates: tuple[str, ...]) -> None:
    """List frameworks, axes and layers with their summaries."""
    from generator import session

    if slots:
        from generator.extending.show import show_slots

        show_slots(as_json=as_json)
    else:
        session.show_menu(as_json=as_json)


@click.command(cls=FieldCommand)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@_name
@_answers
@_preset
@json_option
def export(
    folder: Path, answers: Path | None, preset: str | None, as_json: bool, **flags: Any
) -> None:
    """Write a plan to DIR as a plain cookiecutter template."""
    from generator import session
    from generator.extending.export import export_plan

    export_plan(session.stated(_given(flags), answers, preset), folder, as_json=as_json)


for _command in (*COMMANDS, *extending.COMMANDS, export):
    cli.add_command(_command)


def _given(flags: Mapping[str, Any]) -> dict[str, Any]:
    """Return the flags that were given, by field."""
    return {key.replace("_", "-"): value for key, value in flags.items() if value not in (None, ())}


def run() -> int:
    """Run the command; turn every error into one line; return the exit status."""
    interrupts.watch()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        words = [_decoded(word) for word in sys.argv[1:]]
        status = cli.main(words, standalone_mode=False, prog_name="whichway")
    except WhichwayError as error:
        return _fail(error, str(error), error.exit_status)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        return _fail(error, error.format_message(), error.exit_code)
    except (click.Abort, KeyboardInterrupt) as error:
        return _fail(error, interrupts.outcome(), 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        place = f'"{error.filename}": ' if error.filename else ""
        return _fail(error, f"{place}{error.strerror or error}.", 1)
    return status if isinstance(status, int) else 0


def _decoded(word: str) -> str:
    """Read a word of the command line as UTF-8 even where the locale knows only ASCII."""
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeDecodeError:
        return word


def _fail(error: BaseException, message: str, status: int) -> int:
    line = " ".join(message.split())
    if "--json" in sys.argv[1:]:
        from generator.data import error_data, print_json

        print_json(error_data(error, line, status))
    click.secho("" if status == 130 else "Error: ", fg="red", err=True, nl=False)
    click.echo(line, err=True)
    return status

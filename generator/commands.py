"""The commands about the user's own side; ``about`` does their work when one is called."""

from __future__ import annotations

import click

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, errors included.")


@click.command()
@json_option
def schema(as_json: bool) -> None:
    """Print the JSON Schema of an answers file."""
    from generator import about

    about.show_schema()


@click.command()
@json_option
def config(as_json: bool) -> None:
    """Show where your own settings are, and what they say."""
    from generator import about

    about.show_config(as_json=as_json)


@click.command()
@json_option
def doctor(as_json: bool) -> int:
    """Say what this machine has and lacks, and what to do about it."""
    from generator import about

    return about.show_doctor(as_json=as_json)


@click.command()
@click.argument(
    "shell", required=False, metavar="[SHELL]", type=click.Choice(["bash", "zsh", "fish"])
)
@click.option("--install", is_flag=True, help="Make the shell read it from now on.")
@json_option
@click.pass_context
def completion(context: click.Context, shell: str | None, install: bool, as_json: bool) -> None:
    """Print or install completion for bash, zsh or fish."""
    from generator import about

    about.show_completion(shell, context.find_root().command, install=install, as_json=as_json)


COMMANDS = (schema, config, doctor, completion)

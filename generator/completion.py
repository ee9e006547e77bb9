"""Completion for bash, zsh and fish, and its installation in one command."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from generator.errors import UsageError
from generator.sources import config_folder

SHELLS = ("bash", "zsh", "fish")


def detected(environ: Mapping[str, str] = os.environ) -> str:
    """Return the user's shell. Raises ``UsageError`` when it is none that we know."""
    name = Path(environ.get("SHELL", "")).name
    if name not in SHELLS:
        raise UsageError(f"The shell is not known. Name it: {', '.join(SHELLS)}.")
    return name


def script(shell: str, cli: click.Command) -> str:
    """Return the script that a shell has to read."""
    kind = get_completion_class(shell)
    if kind is None:
        raise UsageError(f'There is no completion for "{shell}". Valid: {", ".join(SHELLS)}.')
    found = kind(cli, {}, "whichway", "_WHICHWAY_COMPLETE")
    text = found.source_template % found.source_vars() + "\n"
    # Click's script for fish would cut a line of help at its first comma.
    return text.replace('string split ","', 'string split --max 1 ","')


def install(shell: str, text: str, environ: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Write the script where the shell finds it and return the files that were changed.

    bash and zsh read it through one line in their start-up file; fish has a folder for it.
    """
    home = Path(environ.get("HOME") or Path.home())
    if shell == "fish":
        base = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
        return (_written(base / "fish" / "completions" / "whichway.fish", text),)
    file = _written(config_folder(environ) / f"completion.{shell}", text)
    start = Path(environ.get("ZDOTDIR") or home) / ".zshrc" if shell == "zsh" else home / ".bashrc"
    before = start.read_text(encoding="utf-8") if start.exists() else ""
    load = "autoload -Uz compinit && compinit; " if shell == "zsh" else ""
    line = f'{load}[ -r "{file}" ] && . "{file}"  # completion of whichway\n'
    if line in before:
        return (file,)
    joint = "" if not before or before.endswith("\n") else "\n"
    return (file, _written(start, f"{before}{joint}{line}"))


def _written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file

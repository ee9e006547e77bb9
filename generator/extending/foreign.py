"""``whichway new --template``: any cookiecutter template, with our answers, names and care."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from cookiecutter.config import get_user_config
from cookiecutter.exceptions import CookiecutterException
from cookiecutter.generate import generate_context
from cookiecutter.hooks import run_pre_prompt_hook
from cookiecutter.prompt import choose_nested_template, prompt_for_config

from generator.data import print_json
from generator.errors import Refused, UsageError, did_you_mean
from generator.extending.consent import Powers, may_run, powers_of, read_manifest
from generator.extending.fetched import Fetched, fetched
from generator.extending.offers import offered
from generator.extending.stock import fences, generate_project, let_import, project_name
from generator.interrupts import note_written
from generator.sources import Stated
from generator.staging import move, refuse_existing, staging_folder

_NESTED = ("templates", "template")


@dataclass(frozen=True, slots=True)
class Request:
    """What the flags say of a foreign template."""

    source: str
    checkout: str = ""
    directory: str = ""
    variables: tuple[str, ...] = ()
    trust: bool = False
    interactive: bool = False
    as_json: bool = False


def new_from_template(request: Request, given: Stated) -> int:
    """Render a foreign template, whole or not at all, and say what it made."""
    try:
        config = get_user_config()
    except CookiecutterException as error:
        raise UsageError(f"Cookiecutter's own configuration: {error}") from None
    output = Path(str(given.get("output-dir", "."))).absolute()
    started = time.perf_counter()
    with (
        fetched(request.source, checkout=request.checkout, directory=request.directory,
                config=config) as template,
        _standard_output_kept(),
    ):  # fmt: skip
        powers = powers_of(template)
        trusted = may_run(template, powers, trust=request.trust, interactive=request.interactive)
        if powers.extensions and not trusted:
            raise Refused(
                f"The template needs the Jinja extension {', '.join(powers.extensions)}, which"
                " runs as a program. Read it, then add --trust."
            )
        target = _render(template, request, given, config, output, trusted=trusted)
    _tell(request, target, Powers((), ()) if trusted else powers, time.perf_counter() - started)
    return 0


def _render(
    template: Fetched, request: Request, given: Stated, config: Mapping[str, Any], output: Path,
    *, trusted: bool,
) -> Path:  # fmt: skip
    variables = _variables(request.variables)
    with staging_folder(output / "template") as staging, fences(staging, trusted=trusted):
        folder = template.folder
        while True:
            if trusted:
                folder = Path(run_pre_prompt_hook(str(folder)))
                let_import(folder)
            context = _context(folder, given, config, variables)
            if not set(_NESTED) & set(context["cookiecutter"]):
                break
            folder = _nested(folder, context, template, request)
        _refuse_unknown(variables, context["cookiecutter"])
        context["_cookiecutter"] = {
            key: value for key, value in context["cookiecutter"].items() if key[0] != "_"
        }
        context["cookiecutter"] |= prompt_for_config(context, no_input=not request.interactive)
        context["cookiecutter"] |= {
            "_template": request.source, "_repo_dir": str(folder), "_checkout": request.checkout,
            "_output_dir": str(staging if trusted else output),
        }  # fmt: skip
        target = output / project_name(folder, context)
        refuse_existing(target)
        made = generate_project(folder, context, staging, trusted=trusted)
        if beside := sorted(path.name for path in staging.iterdir() if path != made):
            raise Refused(f"The template is refused: its hooks wrote {', '.join(beside)} beside"
                          " the project.")  # fmt: skip
        refuse_existing(target)
        move(made, target)
        note_written(target)
    return target


def _context(
    folder: Path, given: Stated, config: Mapping[str, Any], variables: Mapping[str, str]
) -> dict[str, Any]:
    """Return a template's variables: its own defaults, the user's, our answers, what is set."""
    own = read_manifest(folder / "cookiecutter.json")
    defaults = {**config["default_context"], **offered(own, given)}
    known = {key: value for key, value in variables.items() if key not in _NESTED}
    file = str(folder / "cookiecutter.json")
    try:
        context: dict[str, Any] = generate_context(file, defaults, known)
    except ValueError as error:
        raise UsageError(f"--set: {error}") from None
    return context


def _nested(folder: Path, context: dict[str, Any], template: Fetched, request: Request) -> Path:
    """Return the one of several templates that is chosen: by flag, at the prompt, or the first."""
    table = context["cookiecutter"]
    wanted = _variables(request.variables).get("template")
    if wanted and isinstance(table.get("templates"), dict):
        choices: Mapping[str, Any] = table["templates"]
        if wanted not in choices:
            raise UsageError(
                f'--set template: there is no "{wanted}".{did_you_mean(wanted, choices)}'
                f" Valid: {', '.join(choices)}."
            )
        table["templates"] = {wanted: choices[wanted]}
    asks = request.interactive and not wanted
    chosen = Path(choose_nested_template(context, str(folder), no_input=not asks))
    if not chosen.is_relative_to(folder.resolve()) or not (chosen / "cookiecutter.json").is_file():
        raise Refused(f'The template is refused: "{chosen}" is no template inside of it.')
    return chosen


def _variables(pairs: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name:
            raise UsageError(f'--set "{pair}" has no value: write --set NAME=VALUE.')
        found[name] = value
    return found


def _refuse_unknown(variables: Mapping[str, str], known: Mapping[str, Any]) -> None:
    for name in variables:
        if name not in known and name not in _NESTED:
            valid = [key for key in known if key[0] != "_"]
            raise UsageError(
                f'--set: the template has no variable "{name}".{did_you_mean(name, valid)}'
                f" It has {', '.join(valid)}."
            )


@contextmanager
def _standard_output_kept() -> Iterator[None]:
    """Send what hooks print to standard error: standard output is ours."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def _tell(request: Request, target: Path, left: Powers, seconds: float) -> None:
    if request.as_json:
        print_json({"target": str(target), "seconds": round(seconds, 3), "not_run": left.hooks})
        return
    click.echo(f"\nWrote {target} in {seconds:.1f} s. Next:\n\n  cd {target}")
    if left.hooks:
        click.echo(f"\nNot run, so that something may be missing: {', '.join(left.hooks)}.")

"""Where stated values come from besides flags: answers files, presets, configuration, git.

Flags, variables and answers files are orders: what does not fit is an error. A preset, the
configuration file and git's identity are wishes: what does not fit is left aside, and said.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.catalog import Catalog
from generator.errors import UsageError, did_you_mean, no_such
from generator.plan import choose_for, framework_for, recommend
from generator.schema import (
    NO_AXIS,
    VARIABLES,
    Field,
    Value,
    Values,
    checked,
    fields,
    text_problem,
    to_answers,
)
from generator.tables import read_table

#: What an answers file may hold beside the table ``answers``.
_BESIDE_ANSWERS = {"answers", "summary", "version"}


class Stated(NamedTuple):
    """What is stated: ``orders`` hold or fail, ``wishes`` hold where they fit."""

    orders: Values
    wishes: Values

    def get(self, field_id: str, default: Any = None) -> Any:
        return self.orders.get(field_id, self.wishes.get(field_id, default))


def gather(
    flags: Mapping[str, Any],
    catalog_of: Callable[[Iterable[str]], Catalog],
    *,
    answers_file: Path | None = None,
    preset: str | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Stated:
    """Return everything stated, by precedence: flags and variables, answers file, preset,
    configuration file, git. Raises ``UsageError`` for an unknown key or a wrong value."""
    table = _answers_table(answers_file) if answers_file else {}
    stated = table.get("templates")
    catalog = catalog_of(stated if isinstance(stated, list) else ())
    known = fields(catalog)
    _refuse_unknown_variables(known, environ)
    orders = checked(table, known, str(answers_file))
    orders |= checked(flags, known, "")
    wishes = {
        **configuration(environ, known),
        **(read_preset(preset, catalog, environ) if preset else {}),
    }
    if not {"author", "email"} <= orders.keys() | wishes.keys():
        wishes = {**git_identity(), **wishes}
    return Stated(orders, {key: value for key, value in wishes.items() if key not in orders})


def settle(stated: Stated, catalog: Catalog) -> tuple[dict[str, Value], tuple[str, ...]]:
    """Return the orders with every wish that fits them, and a note on each that does not."""
    known = fields(catalog)
    free = {item.id for item in known if item.kind == "text" or item.of_run}
    values = {key: value for key, value in stated.wishes.items() if key in free}
    values |= stated.orders
    choosy = {key: value for key, value in stated.wishes.items() if key not in free}
    aside: list[str] = []
    if choosy:
        _try(values, catalog)
    for field_id, wish in _single(choosy, known):
        before = values.get(field_id, ())
        both = (*before, *wish) if isinstance(before, tuple) and isinstance(wish, tuple) else wish
        try:
            _try({**values, field_id: both}, catalog)
        except UsageError as error:
            why = str(error).partition(" Valid: ")[0]
            aside.append(f"{field_id} = {shown_value(wish)} was left aside: {why}")
        else:
            values[field_id] = both
    return values, tuple(aside)


def _single(wishes: Values, known: Iterable[Field]) -> Iterable[tuple[str, Value]]:
    """Yield the wishes in the order of the fields; of a list of layers each for itself."""
    for field_id in (item.id for item in known if item.id in wishes):
        value = wishes[field_id]
        if isinstance(value, tuple) and value:
            yield from ((field_id, (item,)) for item in value)
        else:
            yield field_id, value


def _try(values: Values, catalog: Catalog) -> None:
    """Raise ``UsageError`` unless the layers that are stated fit together."""
    answers = to_answers(values)
    decision, _ = recommend(answers, catalog)
    choose_for(framework_for(answers, decision, catalog), answers, catalog)


def shown_value(value: Value) -> str:
    """Return a stated value as people read it."""
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _refuse_unknown_variables(known: Iterable[Field], environ: Mapping[str, str]) -> None:
    valid = [*VARIABLES, *(item.variable for item in known)]
    for name in environ:
        if name.startswith("WHICHWAY_") and name not in valid:
            raise UsageError(
                f'The environment variable "{name}" means nothing.{did_you_mean(name, valid)}'
                " Unset it, or see 'whichway new --help'."
            )


def _answers_table(file: Path) -> Mapping[str, Any]:
    """Return the answers of a file: its table ``answers``, or all of it."""
    table = read_table(file)
    if not isinstance(table.get("answers"), dict):
        return table
    if unknown := set(table) - _BESIDE_ANSWERS:
        raise UsageError(
            f'{file}: unknown key "{min(unknown)}" beside [answers].'
            f" Valid keys: {', '.join(sorted(_BESIDE_ANSWERS))}."
        )
    answers: Mapping[str, Any] = table["answers"]
    return answers


def presets(catalog: Catalog, environ: Mapping[str, str] = os.environ) -> dict[str, Path]:
    """Return all presets by name: those of the template roots, then the user's own."""
    homes = [*(root / "presets" for root in catalog.roots), config_folder(environ) / "presets"]
    files = (file for home in homes for file in sorted(home.glob("*.toml")))
    return {file.stem: file for file in files}


def read_preset(name: str, catalog: Catalog, environ: Mapping[str, str]) -> dict[str, Value]:
    """Return what a preset states. Raises ``UsageError`` when there is none of that name."""
    found = presets(catalog, environ)
    if name not in found:
        raise UsageError(no_such("--preset: there is no preset", name, sorted(found)))
    return checked(_answers_table(found[name]), fields(catalog), str(found[name]))


def config_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the configuration file, of presets and of the user's templates."""
    if stated := environ.get("WHICHWAY_CONFIG"):
        return Path(stated).parent
    if os.name == "nt" and environ.get("APPDATA"):
        return Path(environ["APPDATA"]) / "whichway"
    if home := environ.get("XDG_CONFIG_HOME"):
        return Path(home) / "whichway"
    return Path(os.path.expanduser("~")) / ".config" / "whichway"


def config_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return where the configuration file is, or would be."""
    return Path(environ.get("WHICHWAY_CONFIG") or config_folder(environ) / "config.toml")


def configuration(environ: Mapping[str, str], known: Iterable[Field]) -> dict[str, Value]:
    """Return what the configuration file states, if there is one.

    Its ``templates`` are no wish for a project: they are in force, see ``configured_templates``.
    """
    file = config_file(environ)
    if not file.is_file() and not environ.get("WHICHWAY_CONFIG"):
        return {}
    values = checked(read_table(file), [item for item in known if item.id != "name"], str(file))
    return {key: value for key, value in values.items() if key != "templates"}


def configured_templates(environ: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return the user's template folders: ``templates/`` beside the configuration file, and those
    that it lists, relative to itself."""
    file, beside = config_file(environ), config_folder(environ) / "templates"
    own = [beside] if beside.is_dir() and any(beside.iterdir()) else []
    if not file.is_file():
        return tuple(own)
    listed = {"templates": read_table(file).get("templates", [])}
    folders = checked(listed, NO_AXIS, str(file))["templates"]
    paths = (Path(folder).expanduser() for folder in folders) if isinstance(folders, tuple) else ()
    return (*own, *(file.parent / path for path in paths))


def git_identity() -> dict[str, Value]:
    """Return the author and e-mail that git knows, if any."""
    import subprocess

    try:
        done = subprocess.run(
            ["git", "config", "--get-regexp", r"^user\.(name|email)$"],
            capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
        )  # fmt: skip
    except OSError:
        return {}
    pairs = (line.partition(" ")[::2] for line in done.stdout.splitlines())
    keys = {"user.name": "author", "user.email": "email"}
    fitting = {item.id: item for item in NO_AXIS}
    return {
        keys[key]: value
        for key, value in pairs
        if key in keys and value and not text_problem(fitting[keys[key]], value)
    }

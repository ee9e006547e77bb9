"""What can be stated: one field per axis of the template folders, and one small table for the rest.

Flags, environment variables, answers files, presets, the configuration file, the JSON Schema,
help and completion are all made from these fields, and all values pass ``checked``.
"""

import os
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.answers import AUTO, Answers
from generator.catalog import Catalog
from generator.errors import UsageError, did_you_mean, no_such
from generator.layers import Axis, Layer

Value = str | bool | tuple[str, ...]
Values = Mapping[str, Value]

#: The version of everything that is printed as JSON; it changes when a key changes its meaning.
VERSION = 1

#: Environment variables that are no field.
VARIABLES = ("WHICHWAY_ANSWERS", "WHICHWAY_CONFIG", "WHICHWAY_PRESET")

#: What no free text may hold: it is written into TOML, HTML and Markdown as it stands.
_FORBIDDEN = '"\\<>{}`'
_LONGEST_TEXT = 200


class Field(NamedTuple):
    """One thing that can be stated. ``kind`` is text, choice, layer, layers, list or switch.

    ``of_run`` tells what concerns this run from what the project is reproduced with.
    """

    id: str
    title: str
    help: str
    kind: str = "text"
    values: tuple[str, ...] = ()
    of_run: bool = False
    short: str = ""
    axis: Axis | None = None

    @property
    def key(self) -> str:
        """The field's name as a Python identifier."""
        return self.id.replace("-", "_")

    @property
    def variable(self) -> str:
        """The environment variable that states the field."""
        return f"WHICHWAY_{self.key.upper()}"


_BEFORE_AXES = (
    Field("name", "Name", "What the project is called."),
    Field("framework", "Framework", "Take the recommendation, or override it.", "choice"),
    Field(
        "preference", "Wish", "Your wish for convention or for freedom of layout, if you have one.",
        "choice", ("convention", "freedom"),
    ),
)  # fmt: skip
_AFTER_AXES = (
    Field("with", "With", "Add a layer, by name or alias; repeatable.", "layers"),
    Field("without", "Without", "Leave out a layer that comes by default; repeatable.", "layers"),
    Field("templates", "Templates", "A folder with templates of your own, over all others;"
          " repeatable.", "list"),
    Field("description", "Description", "One line about the project."),
    Field("author", "Author", "Who holds the copyright.  [default: git's user.name]"),
    Field("email", "E-mail", "How to reach the author.  [default: git's user.email]"),
    Field(
        "output-dir", "Output folder", "The folder to write the project folder into."
        "  [default: here]", of_run=True, short="-o",
    ),
    Field(
        "if-exists", "If it exists", "When the project folder exists: refuse, take the next free"
        " name, or write into it and skip or overwrite files that differ.  [default: fail]",
        "choice", ("fail", "increment", "skip", "overwrite"), of_run=True,
    ),
    Field("git", "Git", "Make a repository with a first commit.", "switch", of_run=True),
    Field("install", "Install", "Install the dependencies: uv, else venv and pip.", "switch",
          of_run=True),
    Field("migrate", "Migrate", "Bring the database up; implies --install.", "switch",
          of_run=True),
)  # fmt: skip

#: The fields that are no axis; ``framework`` without its values.
NO_AXIS = (*_BEFORE_AXES, *_AFTER_AXES)

_ATTRIBUTES = {"with": "include", "without": "exclude"}


def fields(catalog: Catalog) -> tuple[Field, ...]:
    """Return all fields, in the order in which they are asked and listed."""
    axes: dict[str, Axis] = {}
    for framework in catalog.frameworks():
        axes |= {axis.id: axis for axis in framework.axes if axis.ask and axis.id not in axes}
    before = (_complete(field, catalog) for field in _BEFORE_AXES)
    return (*before, *map(_axis_field, axes.values()), *_AFTER_AXES)


def _complete(field: Field, catalog: Catalog) -> Field:
    if field.id != "framework":
        return field
    return Field(field.id, field.title, field.help, field.kind, (AUTO, *catalog.framework_ids))


def _axis_field(axis: Axis) -> Field:
    kind = "layers" if axis.many else "layer"
    return Field(axis.id, axis.title or axis.id, axis.summary or axis.title, kind, axis=axis)


def layers_of(field: Field, catalog: Catalog) -> tuple[Layer, ...]:
    """Return the layers that a field can name, each once, framework by framework."""
    found: dict[str, Layer] = {}
    if field.kind in ("layer", "layers"):
        for framework in catalog.frameworks():
            for axis in (field.axis,) if field.axis else framework.axes:
                for layer in framework.on(axis.id) if axis.ask else ():
                    found.setdefault(layer.id, layer)
    return tuple(found.values())


def names_of(field: Field, catalog: Catalog) -> tuple[str, ...]:
    """Return the values that a field can have; nothing for free text."""
    return field.values or tuple(dict.fromkeys(layer.name for layer in layers_of(field, catalog)))


def checked(table: Mapping[str, Any], known: Iterable[Field], where: str) -> dict[str, Value]:
    """Return stated values with their types right.

    ``where`` names the place in errors, such as a file; nothing stands for flags. Raises
    ``UsageError`` for a key that no field has and for a value of the wrong type; whether layers
    fit is for ``choose`` to say.
    """
    by_id = {field.id: field for field in known}
    values: dict[str, Value] = {}
    for key, value in table.items():
        if key not in by_id:
            raise UsageError(
                f'{where}: unknown key "{key}".{did_you_mean(str(key), by_id)}'
                f" Valid keys: {', '.join(by_id)}."
            )
        values[key] = _value(by_id[key], value, where)
    return values


def _value(field: Field, value: Any, where: str) -> Value:
    place = f"{where}: {field.id}" if where else f"--{field.id}"
    if field.kind == "switch":
        if isinstance(value, bool):
            return value
        raise UsageError(f"{place} is true or false, not {value!r}.")
    if field.kind in ("layers", "list"):
        items = [value] if isinstance(value, str) else value
        if isinstance(items, list | tuple) and all(isinstance(item, str) for item in items):
            return tuple(items)
        raise UsageError(f"{place} is a list of names, not {value!r}.")
    if not isinstance(value, str):
        raise UsageError(f"{place} is a text, not {value!r}: put it between quotes.")
    if field.kind == "choice":
        if value.lower() in field.values:
            return value.lower()
        raise UsageError(no_such(f"{place}: there is no", value, field.values))
    if problem := text_problem(field, value):
        raise UsageError(f"{place} {problem}")
    return os.path.expanduser(value) if field.id == "output-dir" else value


def text_problem(field: Field, value: str) -> str:
    """Say what is wrong with a free text, or nothing. The name has rules of its own."""
    if "\0" in value:
        return "cannot hold a null character."
    if field.id == "output-dir":
        return ""
    if any("\ud800" <= c <= "\udfff" for c in value):
        return "holds bytes that are no text. Write it in UTF-8."
    if field.kind != "text" or field.id == "name":
        return ""
    if len(value) > _LONGEST_TEXT:
        return f"is {len(value)} characters long; {_LONGEST_TEXT} are allowed."
    if bad := next((c for c in value if c in _FORBIDDEN or not c.isprintable()), ""):
        return f"cannot hold {bad!r}: it is written into code and pages. Leave it out."
    if field.id == "email" and value and (value.count("@") != 1 or " " in value):
        return f'"{value}" is no e-mail address. Write one such as ada@example.org.'
    return ""


def to_answers(values: Values) -> Answers:
    """Return the answers that stated values make; what concerns the run alone is left out."""
    no_axis = {field.id: field for field in NO_AXIS}
    known: dict[str, Any] = {}
    choices: dict[str, tuple[str, ...]] = {}
    for key, value in values.items():
        if key not in no_axis:
            choices[key] = value if isinstance(value, tuple) else (str(value),)
        elif not no_axis[key].of_run:
            known[_ATTRIBUTES.get(key, key)] = value
    return Answers(**{"name": "", **known}, choices=choices)

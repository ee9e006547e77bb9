# fill: schemas.common
from collections.abc import Callable, Mapping
from typing import Any

MAX_PER_PAGE = 100

Rules = Mapping[str, Callable[[Any], Any]]


class InputError(Exception):
    """Some fields are wrong: `fields` has the names, and what is wrong with each."""

    def __init__(self, fields: dict[str, list[str]]) -> None:
        super().__init__(fields)
        self.fields = fields


def check(data: object, rules: Rules, defaults: Mapping[str, Any]) -> dict[str, Any]:
    """Apply a rule to every field, and leave out fields that have none.

    A rule returns the value, or raises a ValueError that says what is wrong.
    """
    if not isinstance(data, Mapping):
        raise InputError({"_schema": ["It has to be an object."]})
    checked, problems = dict(defaults), {}
    for name, rule in rules.items():
        try:
            if name in data:
                checked[name] = rule(data[name])
            elif name not in defaults:
                raise ValueError("It is missing.")
        except ValueError as error:
            problems[name] = [str(error)]
    if problems:
        raise InputError(problems)
    return checked


def text(shortest: int = 0, longest: int = 100_000) -> Callable[[object], str]:
    """Make the rule for a text."""

    def rule(value: object) -> str:
        if not isinstance(value, str):
            raise ValueError("It has to be a text.")
        if not shortest <= len(value) <= longest:
            raise ValueError(f"It has to have {shortest} to {longest} characters.")
        return value

    return rule


def page_number(value: str) -> int:
    """Read a number from an address."""
    if not (value.isascii() and value.isdecimal()) or not 1 <= int(value) <= 1_000_000:
        raise ValueError("It has to be a number from 1 to 1000000.")
    return int(value)


def read_page(args: Mapping[str, str]) -> dict[str, Any]:
    """Read which part of a list is wanted."""
    rules = {"page": page_number, "per_page": page_number, "q": text()}
    page = check(args, rules, {"page": 1, "per_page": 20, "q": ""})
    return page | {"per_page": min(page["per_page"], MAX_PER_PAGE)}

# fill: schemas.note
from typing import Any

NOTE_RULES: Rules = {"title": text(1, 200), "body": text()}


def read_note(data: object) -> dict[str, Any]:
    """Check a whole note."""
    return check(data, NOTE_RULES, {"body": ""})


def read_changes(data: object) -> dict[str, Any]:
    """Check the fields of a note that were sent."""
    sent = data if isinstance(data, dict) else {}
    rules = {name: rule for name, rule in NOTE_RULES.items() if name in sent}
    return check(data, rules, {})


def show_note(note: Note) -> dict[str, Any]:
    """Return a note as clients see it."""
    return {
        "id": str(note.id),
        "title": note.title,
        "body": note.body,
        "created_at": note.created_at.isoformat(),
        "updated_at": note.updated_at.isoformat(),
    }

# fill: errors.handlers
from flask.typing import ResponseReturnValue


def handle_invalid_input(error: InputError) -> ResponseReturnValue:
    """Name the fields that were refused."""
    return error_body(422, "The input is not valid.", error.fields), 422

# fill: errors.register
app.register_error_handler(InputError, handle_invalid_input)

# fill: notes.parse_args
from flask import request

args = read_page(request.args)

# fill: notes.parse
from flask import request

data = read_note(request.get_json())

# fill: notes.parse_partial
from flask import request

data = read_changes(request.get_json())

# fill: notes.return_page
return {
    "items": [show_note(note) for note in notes],
    "page": args["page"],
    "per_page": args["per_page"],
    "total": total,
}

# fill: notes.return_created
return show_note(note), 201, {"Location": location}

# fill: notes.return_one
return show_note(note)


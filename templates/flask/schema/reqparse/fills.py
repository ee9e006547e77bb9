# fill: schemas.common
from typing import Any

from flask import abort, request
from flask_restful.inputs import int_range, positive
from flask_restful.reqparse import RequestParser

MAX_PER_PAGE = 100

page_parser = RequestParser(bundle_errors=True)
page_parser.add_argument(
    "page", type=int_range(1, 1_000_000), default=1, location="args"
)
page_parser.add_argument("per_page", type=positive, default=20, location="args")
page_parser.add_argument("q", default="", location="args")


def read_page() -> dict[str, Any]:
    """Read which part of a list is wanted."""
    args = dict(page_parser.parse_args(http_error_code=422))
    return args | {"per_page": min(args["per_page"], MAX_PER_PAGE)}


def read_json(parser: RequestParser) -> dict[str, Any]:
    """Check the JSON of a request; fields without an argument are left out."""
    if not isinstance(request.get_json(), dict):
        abort(422, "The input has to be an object.")
    return dict(parser.parse_args(http_error_code=422))


def text(shortest: int = 0, longest: int = 100_000) -> Any:
    """Make the type of an argument that is a text."""

    def parse(value: object) -> str:
        if not isinstance(value, str):
            raise ValueError("It has to be a text.")
        if not shortest <= len(value) <= longest:
            raise ValueError(f"It has to have {shortest} to {longest} characters.")
        return value

    return parse

# fill: schemas.note
from flask_restful import fields
from flask_restful.reqparse import RequestParser

note_parser = RequestParser(bundle_errors=True)
note_parser.add_argument(
    "title", type=text(1, 200), required=True, nullable=False, location="json"
)
note_parser.add_argument(
    "body", type=text(), default="", nullable=False, location="json"
)

changes_parser = RequestParser(bundle_errors=True)
for name, kind in (("title", text(1, 200)), ("body", text())):
    changes_parser.add_argument(
        name, type=kind, nullable=False, store_missing=False, location="json"
    )

note_fields = {
    "id": fields.String,
    "title": fields.String,
    "body": fields.String,
    "created_at": fields.DateTime(dt_format="iso8601"),
    "updated_at": fields.DateTime(dt_format="iso8601"),
}

# fill: errors.fields
# Flask-RESTful's parser keeps what is wrong, by field, in `data`.
problems = getattr(error, "data", {}).get("message")
if isinstance(problems, dict):
    fields = {name: [problem] for name, problem in problems.items()}
    body = error_body(422, "The input is not valid.", fields)

# fill: notes.parse_args
args = read_page()

# fill: notes.parse
data = read_json(note_parser)

# fill: notes.parse_partial
data = read_json(changes_parser)

# fill: notes.return_page
from flask_restful import marshal

return {
    "items": marshal(notes, note_fields),
    "page": args["page"],
    "per_page": args["per_page"],
    "total": total,
}

# fill: notes.return_created
from flask_restful import marshal

return marshal(note, note_fields), 201, {"Location": location}

# fill: notes.return_one
from flask_restful import marshal

return marshal(note, note_fields)


# fill: schemas.common
from typing import Any

from flask_restx.inputs import int_range, positive
from flask_restx.reqparse import RequestParser

MAX_PER_PAGE = 100

page_parser = RequestParser(bundle_errors=True)
page_parser.add_argument(
    "page", type=int_range(1, 1_000_000), default=1, location="args"
)
page_parser.add_argument("per_page", type=positive, default=20, location="args")
page_parser.add_argument("q", default="", location="args", help="Words in the title")


def read_page() -> dict[str, Any]:
    """Read which part of a list is wanted."""
    args = dict(page_parser.parse_args())
    return args | {"per_page": min(args["per_page"], MAX_PER_PAGE)}

# fill: schemas.note
from flask_restx import Model, fields

note_input = Model(
    "NoteInput",
    {
        "title": fields.String(required=True, min_length=1, max_length=200),
        "body": fields.String(default=""),
    },
)

note_changes = Model(
    "NoteChanges",
    {
        "title": fields.String(min_length=1, max_length=200),
        "body": fields.String(),
    },
)

note_model = Model(
    "Note",
    {
        "id": fields.String(example="1b4e28ba-2fa1-4d21-8f3a-0305e82c3301"),
        "title": fields.String(),
        "body": fields.String(),
        "created_at": fields.DateTime(dt_format="iso8601"),
        "updated_at": fields.DateTime(dt_format="iso8601"),
    },
)

note_page = Model(
    "NotePage",
    {
        "items": fields.List(fields.Nested(note_model)),
        "page": fields.Integer(),
        "per_page": fields.Integer(),
        "total": fields.Integer(),
    },
)

# fill: restx.note_models
for model in (note_input, note_changes, note_model, note_page):
    note_api.add_model(model.name, model)

# fill: restx.list_documents
@note_api.expect(page_parser)
@note_api.response(200, "A page of notes", note_page)
# fill: restx.post_documents
@note_api.expect(note_input, validate=True)
@note_api.response(201, "The new note", note_model)
# fill: restx.get_documents
@note_api.response(200, "The note", note_model)
# fill: restx.put_documents
@note_api.expect(note_input, validate=True)
@note_api.response(200, "The note", note_model)
# fill: restx.patch_documents
@note_api.expect(note_changes, validate=True)
@note_api.response(200, "The note", note_model)
# fill: restx.delete_documents
@note_api.response(204, "The note is gone")
# fill: errors.fields
# Flask-RESTX answers 400 and keeps what is wrong, by field, in `data`.
problems = getattr(error, "data", {}).get("errors", {})
if problems:
    fields = {name or "_schema": [problem] for name, problem in problems.items()}
    body = error_body(422, "The input is not valid.", fields)
    return current_app.make_response((body, 422))

# fill: notes.parse_args
args = read_page()

# fill: notes.parse
from flask_restx import marshal

data = dict(marshal(note_api.payload, note_input))

# fill: notes.parse_partial
from flask_restx import marshal

data = dict(marshal(note_api.payload, note_changes, skip_none=True))

# fill: notes.return_page
from flask_restx import marshal

page = args | {"items": notes, "total": total}
return marshal(page, note_page)

# fill: notes.return_created
from flask_restx import marshal

return marshal(note, note_model), 201, {"Location": location}

# fill: notes.return_one
from flask_restx import marshal

return marshal(note, note_model)


# fill: views.common
from typing import Any

import marshmallow
from apispec import APISpec
from apispec.ext.marshmallow.openapi import OpenAPIConverter


def describe(schema: marshmallow.Schema) -> dict[str, Any]:
    """Write a schema down as Flask-RESTX's documentation wants it."""
    spec = APISpec(title="", version="", openapi_version="2.0")
    converter: Any = OpenAPIConverter("2.0", lambda _: None, spec)
    return converter.schema2jsonschema(schema)


def describe_query(schema: marshmallow.Schema) -> dict[str, Any]:
    """Do the same for what stands in an address behind the question mark."""
    fields = describe(schema)["properties"]
    return {name: field | {"in": "query"} for name, field in fields.items()}

# fill: restx.note_models
# For the documentation; the schemas themselves check what comes in.
note_model = note_api.schema_model("Note", describe(note_schema))
note_changes = note_api.schema_model("NoteChanges", describe(NoteSchema(partial=True)))
note_page = note_api.schema_model(
    "NotePage",
    {
        "type": "object",
        "properties": {
            "items": {"type": "array", "items": {"$ref": "#/definitions/Note"}},
            "page": {"type": "integer"},
            "per_page": {"type": "integer"},
            "total": {"type": "integer"},
        },
    },
)

# fill: restx.list_documents
@note_api.doc(params=describe_query(page_schema))
@note_api.response(200, "A page of notes", note_page)
# fill: restx.post_documents
@note_api.expect(note_model)
@note_api.response(201, "The new note", note_model)
# fill: restx.get_documents
@note_api.response(200, "The note", note_model)
# fill: restx.put_documents
@note_api.expect(note_model)
@note_api.response(200, "The note", note_model)
# fill: restx.patch_documents
@note_api.expect(note_changes)
@note_api.response(200, "The note", note_model)
# fill: restx.delete_documents
@note_api.response(204, "The note is gone")

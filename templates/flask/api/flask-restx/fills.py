# fill: views.common
from flask_restx import SchemaModel

error_model = SchemaModel(
    "Error",
    {
        "type": "object",
        "properties": {
            "error": {
                "type": "object",
                "properties": {
                    "status": {"type": "integer"},
                    "message": {"type": "string"},
                    "fields": {"type": "object"},
                },
            }
        },
    },
)

# fill: views.note
from uuid import UUID

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_restx import Namespace, Resource

note_api = Namespace("notes", description="Notes, the example")
note_api.add_model(error_model.name, error_model)
# slot: restx.note_models


# slot: notes.helpers
@note_api.route("", endpoint="notes")
@note_api.response("default", "An error", error_model)
class NoteList(Resource):
    """All notes."""

    # slot: auth.method_decorators

    # slot: restx.list_documents
    def get(self) -> ResponseReturnValue:
        """Return a page of notes, newest first."""
        # slot: notes.parse_args
        # slot: notes.find
        # slot: notes.return_page

    # slot: restx.post_documents
    def post(self) -> ResponseReturnValue:
        """Write a note."""
        # slot: notes.parse
        # slot: notes.insert
        # slot: notes.created many
        location = url_for("api.note", note_id=note.id)
        # slot: notes.return_created


@note_api.route("/<uuid:note_id>", endpoint="note")
@note_api.response("default", "An error", error_model)
class NoteItem(Resource):
    """One note."""

    # slot: auth.method_decorators

    # slot: restx.get_documents
    def get(self, note_id: UUID) -> ResponseReturnValue:
        """Return the note."""
        # slot: notes.load
        # slot: notes.return_one

    # slot: restx.put_documents
    def put(self, note_id: UUID) -> ResponseReturnValue:
        """Replace the note."""
        # slot: notes.load
        # slot: notes.parse
        # slot: notes.update
        # slot: notes.return_one

    # slot: restx.patch_documents
    def patch(self, note_id: UUID) -> ResponseReturnValue:
        """Change some fields of the note."""
        # slot: notes.load
        # slot: notes.parse_partial
        # slot: notes.update
        # slot: notes.return_one

    # slot: restx.delete_documents
    def delete(self, note_id: UUID) -> ResponseReturnValue:
        """Delete the note."""
        # slot: notes.load
        # slot: notes.delete
        return "", 204

# fill: views.api
from typing import NoReturn

from flask import Blueprint
from flask_restx import Api


class NotesApi(Api):
    """An API whose errors look like those of the whole application."""

    def handle_error(self, e: Exception) -> NoReturn:
        """Pass the error on to the application's handlers."""
        raise e


def create_api() -> Blueprint:
    """Put the namespaces together under one address, with their documentation."""
    blueprint = Blueprint("api", __name__, url_prefix="/api/v1")
    api = NotesApi(
        blueprint,
        title="{{ cookiecutter.project_name }}",
        version="1",
        doc="/docs",
        # slot: restx.security
    )
    # slot: auth.resources
    api.add_namespace(note_api, path="/notes")
    return blueprint

# fill: app.blueprints
app.register_blueprint(create_api())

# fill: tests.documents
def test_the_api_is_documented(client: FlaskClient) -> None:
    document = client.get("/api/v1/swagger.json").get_json()
    assert set(document["paths"]["/notes"]) >= {"get", "post"}
    for operation in ("get", "post"):
        assert document["paths"]["/notes"][operation]["parameters"]
    # slot: auth.document_test
    page = client.get("/api/v1/docs")
    assert page.status_code == 200
    assert "/api/v1/swagger.json" in page.text

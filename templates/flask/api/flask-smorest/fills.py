# fill: views.note
from typing import Any
from uuid import UUID

from flask import url_for
from flask.views import MethodView
from flask_smorest import Blueprint as APIBlueprint

note_views = APIBlueprint("notes", __name__, description="Notes, the example")
note_views.before_request(require_json)


# slot: notes.helpers
@note_views.route("")
class NoteList(MethodView):
    """All notes."""

    # slot: auth.decorators

    @note_views.arguments(PageSchema, location="query")
    @note_views.response(200, NotePageSchema)
    def get(self, args: dict[str, Any]) -> dict[str, Any]:
        """Return a page of notes, newest first."""
        # slot: notes.find
        return args | {"items": notes, "total": total}

    @note_views.arguments(NoteSchema)
    @note_views.response(201, NoteSchema)
    def post(self, data: dict[str, Any]) -> tuple[Note, int, dict[str, str]]:
        """Write a note."""
        # slot: notes.insert
        # slot: notes.created many
        location = url_for("notes.NoteItem", note_id=note.id)
        return note, 201, {"Location": location}


@note_views.route("/<uuid:note_id>")
class NoteItem(MethodView):
    """One note."""

    # slot: auth.decorators

    @note_views.response(200, NoteSchema)
    def get(self, note_id: UUID) -> Note:
        """Return the note."""
        # slot: smorest.return_note

    @note_views.arguments(NoteSchema)
    @note_views.response(200, NoteSchema)
    def put(self, data: dict[str, Any], note_id: UUID) -> Note:
        """Replace the note."""
        # slot: notes.load
        # slot: notes.update
        return note

    @note_views.arguments(NoteChangesSchema(partial=True))
    @note_views.response(200, NoteSchema)
    def patch(self, data: dict[str, Any], note_id: UUID) -> Note:
        """Change some fields of the note."""
        # slot: notes.load
        # slot: notes.update
        return note

    @note_views.response(204)
    def delete(self, note_id: UUID) -> None:
        """Delete the note."""
        # slot: notes.load
        # slot: notes.delete

# fill: views.common
from flask import request


def require_json() -> None:
    """Refuse a body that is not JSON; flask-smorest would take it for an empty one."""
    if request.method in {"POST", "PUT", "PATCH"} and request.content_length:
        request.get_json()

# fill: views.api
from flask import Flask, Response
from flask_smorest import Api
from flask_swagger_ui import get_swaggerui_blueprint
from werkzeug.exceptions import HTTPException


class NotesApi(Api):
    """An API whose errors look like those of the whole application."""

    ERROR_SCHEMA = ErrorSchema

    def handle_http_exception(self, error: HTTPException) -> Response:
        """Answer in the one shape that clients know."""
        return handle_http_error(error)


def init_api(app: Flask) -> None:
    """Say which address leads to which views, and document them."""
    api = NotesApi(app)
    # slot: auth.security
    # slot: auth.resources
    api.register_blueprint(note_views, url_prefix="/api/v1/notes")
    # The page comes with the package: nothing is loaded from another host.
    docs = get_swaggerui_blueprint(
        "/api/v1/docs",
        "/api/v1/openapi.json",
        config={"app_name": app.config["API_TITLE"], "layout": "BaseLayout"},
    )
    app.register_blueprint(docs)

# fill: app.blueprints
init_api(app)

# fill: config.values
"API_TITLE": "{{ cookiecutter.project_name }}",
"API_VERSION": "v1",
"OPENAPI_VERSION": "3.0.3",
"OPENAPI_URL_PREFIX": "/api/v1",

# fill: errors.fields
# flask-smorest keeps what is wrong by where it was found: json, query.
for problems in getattr(error, "data", {}).get("messages", {}).values():
    if isinstance(problems, dict):
        body = error_body(422, "The input is not valid.", problems)

# fill: tests.documents
def test_the_api_is_documented(client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").get_json()
    assert set(document["paths"]["/api/v1/notes"]) >= {"get", "post"}
    # slot: auth.document_test
    page = client.get("/api/v1/docs/")
    assert page.status_code == 200
    assert "/api/v1/openapi.json" in page.text

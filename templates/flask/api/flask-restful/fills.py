# fill: views.note
from uuid import UUID

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_restful import Resource


# slot: notes.helpers
class NoteList(Resource):
    """All notes."""

    # slot: auth.method_decorators

    def get(self) -> ResponseReturnValue:
        """Return a page of notes, newest first."""
        # slot: notes.parse_args
        # slot: notes.find
        # slot: notes.return_page

    def post(self) -> ResponseReturnValue:
        """Write a note."""
        # slot: notes.parse
        # slot: notes.insert
        # slot: notes.created many
        location = url_for("api.note", note_id=note.id)
        # slot: notes.return_created


class NoteItem(Resource):
    """One note."""

    # slot: auth.method_decorators

    def get(self, note_id: UUID) -> ResponseReturnValue:
        """Return the note."""
        # slot: notes.load
        # slot: notes.return_one

    def put(self, note_id: UUID) -> ResponseReturnValue:
        """Replace the note."""
        # slot: notes.load
        # slot: notes.parse
        # slot: notes.update
        # slot: notes.return_one

    def patch(self, note_id: UUID) -> ResponseReturnValue:
        """Change some fields of the note."""
        # slot: notes.load
        # slot: notes.parse_partial
        # slot: notes.update
        # slot: notes.return_one

    def delete(self, note_id: UUID) -> ResponseReturnValue:
        """Delete the note."""
        # slot: notes.load
        # slot: notes.delete
        return "", 204

# fill: views.api
from typing import NoReturn

from flask import Blueprint
from flask_restful import Api


class NotesApi(Api):
    """An API whose errors look like those of the whole application."""

    def handle_error(self, e: Exception) -> NoReturn:
        """Pass the error on to the application's handlers."""
        raise e


def create_api() -> Blueprint:
    """Say which address leads to which resource."""
    blueprint = Blueprint("api", __name__, url_prefix="/api/v1")
    api = NotesApi(blueprint)
    # slot: auth.resources
    api.add_resource(NoteList, "/notes", endpoint="notes")
    api.add_resource(NoteItem, "/notes/<uuid:note_id>", endpoint="note")
    return blueprint

# fill: app.blueprints
app.register_blueprint(create_api())

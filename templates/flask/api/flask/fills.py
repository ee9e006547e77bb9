# fill: views.note
from uuid import UUID

from flask import url_for
from flask.typing import ResponseReturnValue
from flask.views import MethodView


# slot: notes.helpers
class NoteList(MethodView):
    """All notes."""

    # slot: auth.decorators

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


class NoteItem(MethodView):
    """One note."""

    # slot: auth.decorators

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
from flask import Blueprint


def create_api() -> Blueprint:
    """Say which address leads to which view."""
    api = Blueprint("api", __name__, url_prefix="/api/v1")
    # slot: auth.resources
    api.add_url_rule("/notes", view_func=NoteList.as_view("notes"))
    api.add_url_rule("/notes/<uuid:note_id>", view_func=NoteItem.as_view("note"))
    return api

# fill: app.blueprints
app.register_blueprint(create_api())

# fill: views.note
from uuid import UUID

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_classful import FlaskView


# slot: notes.helpers
class NoteView(FlaskView):
    """Notes: the name of a method says which request it answers."""

    route_base = "/notes"
    # slot: auth.decorators

    def index(self) -> ResponseReturnValue:
        """Return a page of notes, newest first."""
        # slot: notes.parse_args
        # slot: notes.find
        # slot: notes.return_page

    def post(self) -> ResponseReturnValue:
        """Write a note."""
        # slot: notes.parse
        # slot: notes.insert
        # slot: notes.created many
        location = url_for("api.NoteView:get", note_id=note.id)
        # slot: notes.return_created

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
    """Put the views together under one address."""
    api = Blueprint("api", __name__, url_prefix="/api/v1")
    # slot: auth.resources
    NoteView.register(api, trailing_slash=False)
    return api

# fill: app.blueprints
app.register_blueprint(create_api())

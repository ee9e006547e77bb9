# fill: app.create
app = Flask(__name__)

# fill: config.values
"SITE_NAME": "{{ cookiecutter.project_name }}",
# A form may stay open for as long as its session.
"WTF_CSRF_TIME_LIMIT": None,

# fill: extensions
from flask_wtf import CSRFProtect

csrf = CSRFProtect()

# fill: app.init
csrf.init_app(app)

# fill: app.blueprints
app.register_blueprint(notes_pages)

# fill: errors
from flask import Flask, Response, render_template
from werkzeug.exceptions import HTTPException

def register_error_handlers(app: Flask) -> None:
    """Answer every error with a page of the site."""
    app.register_error_handler(HTTPException, show_error)
    app.register_error_handler(500, show_failure)
    # slot: errors.register many


def show_error(error: HTTPException) -> Response:
    """Show what went wrong, and keep the headers that belong to the error."""
    page = render_template("error.html", error=error)
    response = Response(page, status=error.code)
    for name, value in error.get_headers():
        if name.lower() != "content-type":
            response.headers[name] = value
    return response


def show_failure(_error: Exception) -> tuple[str, int]:
    """Show a page that needs nothing of what may have failed."""
    return render_template("500.html"), 500


# slot: errors.handlers many

# fill: forms.common
from flask_wtf import FlaskForm

def strip(value: str | None) -> str:
    """Drop the space around what was typed, and NULs, which some databases refuse."""
    return (value or "").replace("\0", "").strip()


def form_status(form: FlaskForm) -> int:
    """Return 200 for a form shown first, 422 for one that was sent with mistakes."""
    return 422 if form.errors else 200

# fill: forms.note
from typing import Any

from flask_wtf import FlaskForm
from wtforms import fields, validators

class NoteForm(FlaskForm):
    """A note, new or changed."""

    title = fields.StringField(
        "Title",
        filters=[strip],
        validators=[validators.InputRequired(), validators.Length(1, 200)],
    )
    body = fields.TextAreaField("Text", filters=[strip])

    def values(self) -> dict[str, Any]:
        """Return what was typed, by the names that a note has for it."""
        return {"title": self.title.data, "body": self.body.data}


class DeleteForm(FlaskForm):
    """Only the token that shows that the request comes from our own page."""

# fill: views.note
from math import ceil
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

# slot: auth.imports
NOTES_PER_PAGE = 20

notes_pages = Blueprint("notes", __name__)


# slot: pages.protect_notes
# slot: notes.helpers
@notes_pages.get("/")
def list_notes() -> str:
    """List the notes, the newest first."""
    page = request.args.get("page", 1, type=int)
    page = page if 1 <= page <= 100_000 else 1
    q = strip(request.args.get("q"))
    # slot: notes.find
    pages = ceil(total / NOTES_PER_PAGE)
    return render_template("notes/list.html", notes=notes, page=page, pages=pages, q=q)


@notes_pages.route("/notes/new", methods=["GET", "POST"])
def create_note() -> ResponseReturnValue:
    """Write a note."""
    form = NoteForm()
    if not form.validate_on_submit():
        return render_template("notes/form.html", form=form), form_status(form)
    data = form.values()
    # slot: notes.insert
    # slot: notes.created many
    flash("The note was saved.", "success")
    return redirect(url_for("notes.show_note", note_id=note.id))


@notes_pages.get("/notes/<uuid:note_id>")
def show_note(note_id: UUID) -> str:
    """Show a note."""
    # slot: notes.load
    return render_template("notes/detail.html", note=note)


@notes_pages.route("/notes/<uuid:note_id>/edit", methods=["GET", "POST"])
def edit_note(note_id: UUID) -> ResponseReturnValue:
    """Change a note."""
    # slot: notes.load
    form = NoteForm(obj=note)
    if not form.validate_on_submit():
        page = render_template("notes/form.html", form=form, note=note)
        return page, form_status(form)
    data = form.values()
    # slot: notes.update
    flash("The note was saved.", "success")
    return redirect(url_for("notes.show_note", note_id=note.id))


@notes_pages.route("/notes/<uuid:note_id>/delete", methods=["GET", "POST"])
def delete_note(note_id: UUID) -> ResponseReturnValue:
    """Delete a note, after asking."""
    # slot: notes.load
    form = DeleteForm()
    if not form.validate_on_submit():
        return render_template("notes/delete.html", form=form, note=note)
    # slot: notes.delete
    flash("The note was deleted.", "success")
    return redirect(url_for("notes.list_notes"))

# fill: tests.app
return create_app(environ, WTF_CSRF_ENABLED=False)

# fill: app.error_handlers
register_error_handlers(app)

# fill: errors.gone
from werkzeug.exceptions import NotFound


def handle_gone(_: Exception) -> Response:
    """Answer a request for something that was deleted while it was under way."""
    # slot: errors.roll_back
    return show_error(NotFound())

"""Your notes, and nobody else's: another's note is not found."""

from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema, Status
from pydantic import AfterValidator

from config.api.auth import APIRequest
from config.api.errors import Invalid
from config.api.fields import Input, Moment, Text
from config.api.pages import Page, PageQuery, page_of
from notes.models import Note, NoteQuerySet

router = Router()


def one_line(title: str) -> str:
    """Put single spaces between the words."""
    title = " ".join(title.split())
    if not 1 <= len(title) <= 200:
        raise ValueError("A title has 1 to 200 characters.")
    return title


Title = Annotated[Text, AfterValidator(one_line)]


class NoteInput(Input):
    title: Title
    body: Text = ""


class NoteChange(Input):
    title: Title = ""
    body: Text = ""


class NoteOutput(Schema):
    id: int
    title: str
    body: str
    created_at: datetime
    updated_at: datetime


class NotePage(Page):
    results: list[NoteOutput]


class NoteQuery(PageQuery):
    search: Text = Field("", description="In the title or the body.")
    title: Text = Field("", description="In the title.")
    created_after: Moment | None = None
    created_before: Moment | None = None
    updated_after: Moment | None = None
    ordering: Literal[
        "title",
        "-title",
        "created_at",
        "-created_at",
        "updated_at",
        "-updated_at",
    ] = "-updated_at"


@router.get("", response=NotePage)
def list_notes(request: APIRequest, query: Query[NoteQuery]) -> Any:
    """List your notes: a page, filtered, searched and ordered as you ask."""
    lookups = {
        "title__icontains": query.title or None,
        "created_at__gte": query.created_after,
        "created_at__lt": query.created_before,
        "updated_at__gte": query.updated_after,
    }
    notes = own_notes(request).filter(
        **{name: value for name, value in lookups.items() if value is not None}
    )
    if query.search:
        notes = notes.search(query.search)
    return page_of(request, notes.order_by(query.ordering, "-pk"), query)


@router.post("", response={201: NoteOutput})
def create_note(request: APIRequest, data: NoteInput) -> Status[Note]:
    note = Note(owner=request.user)
    return Status(201, save(note, data.model_dump()))


@router.get("{int:note_id}/", response=NoteOutput)
def show_note(request: APIRequest, note_id: int) -> Note:
    return get_object_or_404(own_notes(request), pk=note_id)


@router.put("{int:note_id}/", response=NoteOutput)
def replace_note(request: APIRequest, note_id: int, data: NoteInput) -> Note:
    note = get_object_or_404(own_notes(request), pk=note_id)
    return save(note, data.model_dump())


@router.patch("{int:note_id}/", response=NoteOutput)
def change_note(request: APIRequest, note_id: int, data: NoteChange) -> Note:
    """Change a note; what is left out stays as it is."""
    note = get_object_or_404(own_notes(request), pk=note_id)
    return save(note, data.model_dump(exclude_unset=True))


@router.delete("{int:note_id}/", response={204: None})
def delete_note(request: APIRequest, note_id: int) -> Status[None]:
    get_object_or_404(own_notes(request), pk=note_id).delete()
    return Status(204, None)


def own_notes(request: HttpRequest) -> NoteQuerySet:
    """Return the notes that this request may know of: every endpoint starts here."""
    return Note.objects.owned_by(request.user)


def save(note: Note, values: dict[str, Any]) -> Note:
    """Set the values, look at them together, and save."""
    for name, value in values.items():
        setattr(note, name, value)
    if note.body.strip() == note.title:
        raise Invalid({"body": [_("Say more than the title does, or nothing.")]})
    note.save()
    return note

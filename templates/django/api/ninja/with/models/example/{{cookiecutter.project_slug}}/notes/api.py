"""Your notes, and nobody else's: another's note is not found."""

from datetime import datetime
from typing import Annotated, Any, Literal

from django.core.cache import cache
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema, Status
from pydantic import AfterValidator

from config.api.auth import APIRequest
from config.api.conditional import check_preconditions, make_etag, not_modified
from config.api.errors import InputError, errors
from config.api.fields import Input, Moment, Text
from config.api.pages import PAGE_SIZE, Page, PageQuery, page_of
from notes.models import Note, NoteQuerySet

router = Router()

LIST_CACHED_SECONDS = 300
# slot: ninja.note_address


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
    # slot: ninja.key
    title: str
    body: str
    created_at: datetime
    updated_at: datetime


# Part of every ETag: another shape is another answer. Raise the number when a release
# lets the same fields say something else.
SHAPE = (1, *NoteOutput.model_fields, PAGE_SIZE)


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


@router.get("", response={200: NotePage, **errors(400, 401, 404)})
def list_notes(
    request: APIRequest, response: HttpResponse, query: Query[NoteQuery]
) -> Any:
    """List your notes: a page, filtered, searched and ordered as you ask.

    Pages are cached. What they are cached under comes from the notes themselves, so
    that a change, wherever it is made, leaves old pages behind.
    """
    notes = own_notes(request)
    state = notes.aggregate(count=Count("pk"), latest=Max("updated_at"))
    etag = make_etag(
        request.user.pk,
        state["count"],
        state["latest"],
        request.build_absolute_uri(),
        SHAPE,
    )
    known = not_modified(request, response, etag)
    if known is not None:
        return known

    def page() -> dict[str, Any]:
        found = page_of(request, chosen(notes, query), query)
        return NotePage.model_validate(found).model_dump()

    return cache.get_or_set(etag, page, LIST_CACHED_SECONDS)


@router.post("", response={201: NoteOutput, **errors(400, 401)})
def create_note(request: APIRequest, data: NoteInput) -> Status[Note]:
    note = Note(owner=request.user)
    return Status(201, save(note, data.model_dump()))


@router.get(NOTE, response={200: NoteOutput, **errors(401, 404)})
def show_note(
    request: APIRequest, response: HttpResponse, note_id: NoteId
) -> Note | HttpResponse:
    note = get_object_or_404(own_notes(request), pk=note_id)
    known = not_modified(request, response, note_etag(note), note.updated_at)
    return note if known is None else known


@router.put(NOTE, response={200: NoteOutput, **errors(400, 401, 404, 412)})
# slot: ninja.atomic
def replace_note(request: APIRequest, note_id: NoteId, data: NoteInput) -> Note:
    return save(note_to_change(request, note_id), data.model_dump())


@router.patch(NOTE, response={200: NoteOutput, **errors(400, 401, 404, 412)})
# slot: ninja.atomic
def change_note(request: APIRequest, note_id: NoteId, data: NoteChange) -> Note:
    """Change a note; what is left out stays as it is."""
    note = note_to_change(request, note_id)
    return save(note, data.model_dump(exclude_unset=True))


@router.delete(NOTE, response={204: None, **errors(401, 404, 412)})
# slot: ninja.atomic
def delete_note(request: APIRequest, note_id: NoteId) -> Status[None]:
    # slot: ninja.delete
    return Status(204, None)


def own_notes(request: HttpRequest) -> NoteQuerySet:
    """Return the notes that this request may know of: every endpoint starts here."""
    return Note.objects.owned_by(request.user)


def chosen(notes: NoteQuerySet, query: NoteQuery) -> NoteQuerySet:
    """Return the notes that a query asks for, in its order."""
    lookups = {
        "title__icontains": query.title or None,
        "created_at__gte": query.created_after,
        "created_at__lt": query.created_before,
        "updated_at__gte": query.updated_after,
    }
    notes = notes.filter(
        **{name: value for name, value in lookups.items() if value is not None}
    )
    if query.search:
        notes = notes.search(query.search)
    return notes.order_by(query.ordering, "-pk")


def note_etag(note: Note) -> str:
    return make_etag(note.pk, note.updated_at.isoformat(), SHAPE)


# slot: ninja.note_to_change


def save(note: Note, values: dict[str, Any]) -> Note:
    """Set the values, look at them together, and save."""
    for name, value in values.items():
        setattr(note, name, value)
    if note.body.strip() == note.title:
        raise InputError({"body": [_("Say more than the title does, or nothing.")]})
    # slot: ninja.save
    return note

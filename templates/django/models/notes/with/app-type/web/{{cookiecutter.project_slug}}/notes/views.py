from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.messages.views import SuccessMessageMixin
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import (
    CreateView,
    DeleteView,
    DetailView,
    ListView,
    UpdateView,
)

from notes.forms import NoteForm
from notes.models import Note, NoteQuerySet
from users.requests import AuthenticatedRequest


class OwnNotesMixin(LoginRequiredMixin):
    """A page about the notes of whoever is logged in.

    Somebody else's note is not found rather than forbidden: nobody learns which
    notes there are.
    """

    request: HttpRequest

    def get_queryset(self) -> NoteQuerySet:
        return Note.objects.owned_by(self.request.user)


class NoteListView(OwnNotesMixin, ListView[Note]):
    paginate_by = 20
    # slot: notes.list_options many

    # slot: notes.list_methods many spaced

    def get_queryset(self) -> NoteQuerySet:
        notes = super().get_queryset()
        # No note holds a null character, and not every database takes one.
        text = self.request.GET.get("q", "").replace("\0", "").strip()
        return notes.search(text) if text else notes


class NoteDetailView(OwnNotesMixin, DetailView[Note]):
    pass


class NoteCreateView(
    LoginRequiredMixin, SuccessMessageMixin[NoteForm], CreateView[Note, NoteForm]
):
    request: AuthenticatedRequest
    model = Note
    form_class = NoteForm
    success_message = _("“%(title)s” was created.")

    def form_valid(self, form: NoteForm) -> HttpResponse:
        form.instance.owner = self.request.user
        return super().form_valid(form)


class NoteUpdateView(
    OwnNotesMixin, SuccessMessageMixin[NoteForm], UpdateView[Note, NoteForm]
):
    form_class = NoteForm
    success_message = _("“%(title)s” was saved.")

    # slot: notes.update_methods


class NoteDeleteView(OwnNotesMixin, SuccessMessageMixin[Form], DeleteView[Note, Form]):
    success_url = reverse_lazy("notes:list")

    def get_success_message(self, cleaned_data: dict[str, Any]) -> str:
        return _("“%(title)s” was deleted.") % {"title": self.object.title}

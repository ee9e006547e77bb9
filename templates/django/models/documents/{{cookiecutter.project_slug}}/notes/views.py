from typing import Any

from django.contrib.messages.views import SuccessMessageMixin
from django.forms import Form
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


class NoteListView(ListView[Note]):
    paginate_by = 20

    def get_queryset(self) -> NoteQuerySet:
        notes = Note.objects.all()
        text = self.request.GET.get("q", "").strip()
        return notes.search(text) if text else notes


class NoteDetailView(DetailView[Note]):
    model = Note


class NoteCreateView(SuccessMessageMixin[NoteForm], CreateView[Note, NoteForm]):
    model = Note
    form_class = NoteForm
    success_message = _("“%(title)s” was created.")


class NoteUpdateView(SuccessMessageMixin[NoteForm], UpdateView[Note, NoteForm]):
    model = Note
    form_class = NoteForm
    success_message = _("“%(title)s” was saved.")


class NoteDeleteView(SuccessMessageMixin[Form], DeleteView[Note, Form]):
    model = Note
    success_url = reverse_lazy("notes:list")

    def get_success_message(self, cleaned_data: dict[str, Any]) -> str:
        return _("“%(title)s” was deleted.") % {"title": self.object.title}

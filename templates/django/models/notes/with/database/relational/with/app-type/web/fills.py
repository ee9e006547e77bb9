# fill: notes.urls
path("<int:pk>/", views.NoteDetailView.as_view(), name="detail"),
path("<int:pk>/edit/", views.NoteUpdateView.as_view(), name="update"),
path("<int:pk>/delete/", views.NoteDeleteView.as_view(), name="delete"),

# fill: notes.update_methods
from django.db import transaction
from django.shortcuts import get_object_or_404


def form_valid(self, form: NoteForm) -> HttpResponse:
    # To save a note that was deleted meanwhile would create it anew.
    with transaction.atomic():
        notes = self.get_queryset().select_for_update()
        get_object_or_404(notes, pk=self.object.pk)
        return super().form_valid(form)

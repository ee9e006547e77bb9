# fill: notes.urls
path("<object_id:pk>/", views.NoteDetailView.as_view(), name="detail"),
path("<object_id:pk>/edit/", views.NoteUpdateView.as_view(), name="update"),
path("<object_id:pk>/delete/", views.NoteDeleteView.as_view(), name="delete"),

# fill: notes.update_methods
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone


def form_valid(self, form: NoteForm) -> HttpResponse:
    # To save a note that was deleted meanwhile would create it anew, and there
    # is no lock: an update finds it or does not.
    notes = self.get_queryset().filter(pk=self.object.pk)
    if not notes.update(**form.cleaned_data, updated_at=timezone.now()):
        raise Http404
    messages.success(self.request, self.get_success_message(form.cleaned_data))
    return redirect(self.object)

from django.urls import path, register_converter

from notes import views
from notes.converters import ObjectIdConverter

register_converter(ObjectIdConverter, "key")

app_name = "notes"

urlpatterns = [
    path("", views.NoteListView.as_view(), name="list"),
    path("new/", views.NoteCreateView.as_view(), name="create"),
    path("<key:pk>/", views.NoteDetailView.as_view(), name="detail"),
    path("<key:pk>/edit/", views.NoteUpdateView.as_view(), name="update"),
    path("<key:pk>/delete/", views.NoteDeleteView.as_view(), name="delete"),
]

"""A second version can live beside the first: this is how."""

import pytest
from django.urls import include, path
from rest_framework import serializers
from rest_framework.routers import SimpleRouter

from config.api.tests.client import APIClient
from config.urls import urlpatterns as project_urls
from notes.api.serializers import NoteSerializer
from notes.api.views import NoteViewSet
from notes.models import Note
from notes.tests.factories import NoteFactory


class NoteV2Serializer(serializers.ModelSerializer[Note]):
    # slot: serializers.key
    text = serializers.CharField(source="body")

    class Meta:
        model = Note
        fields = ["id", "title", "text"]


class VersionedNoteViewSet(NoteViewSet):
    def get_serializer_class(self) -> type[serializers.ModelSerializer[Note]]:
        return NoteV2Serializer if self.request.version == "v2" else NoteSerializer


router = SimpleRouter()
router.register("notes", VersionedNoteViewSet, basename="note")

urlpatterns = [*project_urls, path("api/v2/", include((router.urls, "v2")))]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_two_versions_live_side_by_side(api_client: APIClient) -> None:
    note = NoteFactory.create(body="Milk")
    api_client.force_authenticate(note.owner)

    assert api_client.get(f"/api/v1/notes/{note.pk}/").json()["body"] == "Milk"
    assert api_client.get(f"/api/v2/notes/{note.pk}/").json()["text"] == "Milk"

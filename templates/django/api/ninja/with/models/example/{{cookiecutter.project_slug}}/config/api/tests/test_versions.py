"""A second version can live beside the first: this is how."""

import pytest
from django.shortcuts import get_object_or_404
from django.urls import path
from ninja import NinjaAPI, Schema

from config.api.auth import AUTH, APIRequest
from config.api.tests.client import APIClient
from config.urls import urlpatterns as project_urls
from notes.api import NOTE, NoteId, own_notes
from notes.tests.factories import NoteFactory


class NoteV2(Schema):
    # slot: ninja.key
    text: str


api = NinjaAPI(version="2.0.0", urls_namespace="v2", auth=AUTH)


@api.get(f"/notes/{NOTE}", response=NoteV2)
def show_note(request: APIRequest, note_id: NoteId) -> NoteV2:
    note = get_object_or_404(own_notes(request), pk=note_id)
    return NoteV2(id=note.pk, text=note.body)


urlpatterns = [*project_urls, path("api/v2/", api.urls)]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_two_versions_live_side_by_side(api_client: APIClient) -> None:
    note = NoteFactory.create(body="Milk")
    api_client.force_authenticate(note.owner)

    assert api_client.get(f"/api/v1/notes/{note.pk}/").json()["body"] == "Milk"
    assert api_client.get(f"/api/v2/notes/{note.pk}/").json()["text"] == "Milk"

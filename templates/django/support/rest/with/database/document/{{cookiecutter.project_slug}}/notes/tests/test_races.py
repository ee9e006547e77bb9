from typing import Any
from unittest.mock import patch

import pytest

from config.api.tests.client import APIClient
from notes.models import Note, NoteQuerySet
from notes.tests.factories import NoteFactory

pytestmark = pytest.mark.django_db


def test_who_comes_second_writes_nothing() -> None:
    stale = NoteFactory.create(title="Milk")
    Note.objects.get(pk=stale.pk).save()

    assert Note.objects.unchanged(stale).update(title="Bread") == 0
    assert Note.objects.unchanged(Note.objects.get()).update(title="Bread") == 1


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_a_change_in_the_middle_of_ours_is_told(
    api_client: APIClient, method: str
) -> None:
    note = NoteFactory.create(title="Milk")
    api_client.force_authenticate(note.owner)
    send: Any = getattr(api_client, method)

    with patch.object(NoteQuerySet, "unchanged", return_value=Note.objects.none()):
        response = send(f"/api/v1/notes/{note.pk}/", {"title": "Bread"})

    assert response.status_code == 412
    note.refresh_from_db()
    assert note.title == "Milk"

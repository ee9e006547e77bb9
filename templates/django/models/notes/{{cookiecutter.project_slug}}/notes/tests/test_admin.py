import pytest
from django.test import Client
from django.urls import reverse

from notes.tests.factories import NoteFactory
from users.tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_the_admin_lists_finds_and_shows_notes(client: Client) -> None:
    client.force_login(UserFactory.create(is_staff=True, is_superuser=True))
    note, _ = NoteFactory.create(title="Shopping"), NoteFactory.create(title="Other")

    response = client.get(reverse("admin:notes_note_changelist"), {"q": "shop"})

    assert list(response.context["cl"].result_list) == [note]
    page = client.get(reverse("admin:notes_note_change", args=[note.pk]))
    assert page.status_code == 200

from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from notes.forms import NoteForm
from notes.models import Note
from notes.tests.factories import NoteFactory
from users.models import User
from users.tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(client: Client) -> User:
    """Somebody who is logged in."""
    user = UserFactory.create()
    client.force_login(user)
    return user


@pytest.mark.parametrize("name", ["list", "create", "detail", "update", "delete"])
def test_every_page_asks_for_a_log_in(client: Client, name: str) -> None:
    note = NoteFactory.create()
    args = [] if name in {"list", "create"} else [note.pk]
    url = reverse(f"notes:{name}", args=args)

    response = client.get(url)

    assert response.status_code == 302
    assert response.headers["Location"].endswith(f"?next={url}")


@pytest.mark.parametrize("name", ["detail", "update", "delete"])
def test_other_peoples_notes_are_not_found(
    client: Client, user: User, name: str
) -> None:
    url = reverse(f"notes:{name}", args=[NoteFactory.create().pk])

    assert client.get(url).status_code == 404
    if name != "detail":
        assert client.post(url, {"title": "Mine now"}).status_code == 404
    assert not Note.objects.filter(title="Mine now").exists()


def test_the_list_shows_only_your_own_notes(client: Client, user: User) -> None:
    NoteFactory.create(owner=user, title="Mine")
    NoteFactory.create(title="Somebody else's")

    response = client.get(reverse("notes:list"))

    assert "Mine" in response.text
    assert "Somebody" not in response.text


def test_an_empty_list_says_so(client: Client, user: User) -> None:
    assert "No notes yet" in client.get(reverse("notes:list")).text


def test_search(client: Client, user: User) -> None:
    NoteFactory.create(owner=user, title="Shopping", body="milk")
    NoteFactory.create(owner=user, title="Reading", body="")

    response = client.get(reverse("notes:list"), {"q": " MILK "})
    assert [note.title for note in response.context["object_list"]] == ["Shopping"]

    response = client.get(reverse("notes:list"), {"q": "absent"})
    assert "No note has that text." in response.text

    assert client.get(reverse("notes:list"), {"q": "\0"}).status_code == 200


def test_pages_keep_the_search(client: Client, user: User) -> None:
    NoteFactory.create_batch(41, owner=user, title="Milk")

    first = client.get(reverse("notes:list"), {"q": "milk"})
    assert len(first.context["object_list"]) == 20
    assert "?q=milk&amp;page=2" in first.text

    last = client.get(reverse("notes:list"), {"q": "milk", "page": "3"})
    assert len(last.context["object_list"]) == 1
    assert client.get(reverse("notes:list"), {"page": 9}).status_code == 404


def test_a_longer_list_costs_no_more_queries(
    client: Client, user: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    NoteFactory.create_batch(20, owner=user)

    # At most the session, the user, the count, the page.
    with django_assert_max_num_queries(4):
        client.get(reverse("notes:list"))


def test_create_a_note(client: Client, user: User) -> None:
    assert client.get(reverse("notes:create")).status_code == 200

    response = client.post(
        reverse("notes:create"), {"title": "<b>Milk</b>", "body": "two"}, follow=True
    )

    note = Note.objects.get()
    assert note.owner == user
    assert response.redirect_chain == [(reverse("notes:detail", args=[note.pk]), 302)]
    assert "was created" in response.text
    assert "<b>Milk</b>" not in response.text


@pytest.mark.parametrize("title", ["", " ", "x" * 201])
def test_a_title_has_1_to_200_characters(
    client: Client, user: User, title: str
) -> None:
    response = client.post(reverse("notes:create"), {"title": title, "body": ""})

    assert response.context["form"].errors.keys() == {"title"}
    assert Note.objects.count() == 0


def test_edit_a_note(client: Client, user: User) -> None:
    note = NoteFactory.create(owner=user)
    url = reverse("notes:update", args=[note.pk])
    assert note.title in client.get(url).text

    response = client.post(url, {"title": "Changed", "body": ""}, follow=True)

    note.refresh_from_db()
    assert note.title == "Changed"
    assert "was saved" in response.text


def test_a_note_deleted_while_it_is_edited_stays_deleted(
    client: Client, user: User
) -> None:
    note = NoteFactory.create(owner=user)

    def delete(form: NoteForm) -> None:
        Note.objects.all().delete()

    with patch.object(NoteForm, "clean", delete):
        response = client.post(
            reverse("notes:update", args=[note.pk]), {"title": "Changed"}
        )

    assert response.status_code == 404
    assert Note.objects.count() == 0


def test_delete_a_note(client: Client, user: User) -> None:
    note = NoteFactory.create(owner=user)
    url = reverse("notes:delete", args=[note.pk])
    assert "for good" in client.get(url).text
    assert Note.objects.count() == 1

    response = client.post(url, follow=True)

    assert response.redirect_chain == [(reverse("notes:list"), 302)]
    assert "was deleted" in response.text
    assert Note.objects.count() == 0

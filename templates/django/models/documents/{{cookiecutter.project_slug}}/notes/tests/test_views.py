import pytest
from django.test import Client
from django.urls import reverse

from notes.models import Note

pytestmark = pytest.mark.django_db


def test_an_empty_list_says_so(client: Client) -> None:
    assert "No notes yet" in client.get(reverse("notes:list")).text


def test_search_looks_into_title_and_body_and_ignores_case(client: Client) -> None:
    Note.objects.create(title="Shopping", body="milk")
    Note.objects.create(title="Buy MILK (2.0 l)")
    Note.objects.create(title="Reading")

    response = client.get(reverse("notes:list"), {"q": " Milk "})
    titles = [note.title for note in response.context["object_list"]]
    assert titles == ["Buy MILK (2.0 l)", "Shopping"]

    response = client.get(reverse("notes:list"), {"q": "(2.0"})
    assert len(response.context["object_list"]) == 1


def test_pages_keep_the_search(client: Client) -> None:
    Note.objects.bulk_create(Note(title=f"Milk {number}") for number in range(41))

    first = client.get(reverse("notes:list"), {"q": "milk"})
    assert len(first.context["object_list"]) == 20
    assert "?q=milk&amp;page=2" in first.text

    last = client.get(reverse("notes:list"), {"q": "milk", "page": "3"})
    assert len(last.context["object_list"]) == 1


def test_create_read_edit_and_delete_a_note(client: Client) -> None:
    assert client.get(reverse("notes:create")).status_code == 200
    response = client.post(
        reverse("notes:create"), {"title": "<b>Milk</b>", "body": "two"}, follow=True
    )
    note = Note.objects.get()
    assert response.redirect_chain == [(note.get_absolute_url(), 302)]
    assert "was created" in response.text
    assert "<b>Milk</b>" not in response.text

    url = reverse("notes:update", args=[note.pk])
    assert str(note) == "<b>Milk</b>"
    response = client.post(url, {"title": "Bread", "body": ""}, follow=True)
    assert "was saved" in response.text
    assert Note.objects.get().title == "Bread"

    url = reverse("notes:delete", args=[note.pk])
    assert "for good" in client.get(url).text
    response = client.post(url, follow=True)
    assert "was deleted" in response.text
    assert not Note.objects.exists()


@pytest.mark.parametrize("title", ["", " ", "x" * 201])
def test_a_title_has_1_to_200_characters(client: Client, title: str) -> None:
    response = client.post(reverse("notes:create"), {"title": title, "body": ""})

    assert response.context["form"].errors.keys() == {"title"}
    assert not Note.objects.exists()


@pytest.mark.parametrize("key", ["0" * 24, "nonsense"])
def test_what_is_not_there_is_not_found(client: Client, key: str) -> None:
    assert client.get(f"/notes/{key}/").status_code == 404

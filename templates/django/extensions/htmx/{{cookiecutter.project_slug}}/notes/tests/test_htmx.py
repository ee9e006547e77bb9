import pytest
from django.test import Client
from django.urls import reverse

from notes.tests.factories import NoteFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client: Client) -> Client:
    note = NoteFactory.create(title="Shopping")
    NoteFactory.create(owner=note.owner, title="Reading")
    client.force_login(note.owner)
    return client


def test_a_script_gets_the_list_alone(reader: Client) -> None:
    response = reader.get(
        reverse("notes:list"), {"q": "shop"}, headers={"HX-Request": "true"}
    )

    assert response.text.strip().startswith('<div id="notes">')
    assert "Shopping" in response.text
    assert "Reading" not in response.text
    assert "HX-Request" in response["Vary"]


def test_a_script_whose_session_ended_reloads_the_page(client: Client) -> None:
    url = reverse("notes:list")

    assert client.get(url, headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    assert client.get(url).status_code == 302


def test_without_scripts_it_is_a_page(reader: Client) -> None:
    response = reader.get(reverse("notes:list"))

    assert "<!doctype html>" in response.text
    assert f'data-hx-get="{reverse("notes:list")}"' in response.text
    assert "HX-Request" in response["Vary"]


def test_going_back_in_the_browser_gets_the_page(reader: Client) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    assert "<!doctype html>" in reader.get(reverse("notes:list"), headers=headers).text


def test_the_script_comes_from_this_site(client: Client) -> None:
    page = client.get(reverse("home")).text

    assert '<script src="/static/django_htmx/htmx-2.min.js" defer' in page

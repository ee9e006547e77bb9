"""The pages: what people see and what happens to what they send."""

from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse


def write(client: FlaskClient, title: str, body: str = "") -> TestResponse:
    """Write a note as people do, and follow to where that leads."""
    note = {"title": title, "body": body}
    return client.post("/notes/new", data=note, follow_redirects=True)


def test_there_are_no_notes_at_first(client: FlaskClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "There are no notes yet." in page.text


def test_write_a_note(client: FlaskClient) -> None:
    assert "New note" in client.get("/notes/new").text
    page = write(client, "  Shopping ", "Milk & <bread>")
    assert page.request.path.startswith("/notes/")
    assert "The note was saved." in page.text
    assert "<h1>Shopping</h1>" in page.text
    assert "Milk &amp; &lt;bread&gt;" in page.text
    assert "Shopping" in client.get("/").text


@pytest.mark.parametrize("title", ["", "   ", "x" * 201])
def test_a_title_has_1_to_200_characters(client: FlaskClient, title: str) -> None:
    page = write(client, title, "What was typed stays.")
    assert page.status_code == 422
    assert 'aria-invalid="true"' in page.text
    assert "What was typed stays." in page.text
    assert write(client, "x" * 200).status_code == 200


def test_a_text_may_be_long(client: FlaskClient) -> None:
    assert "ä" * 50_000 in write(client, "Letter", "ä" * 50_000).text


def test_change_a_note(client: FlaskClient) -> None:
    address = write(client, "Draft", "Hello").request.path
    form = client.get(f"{address}/edit").text
    assert 'value="Draft"' in form
    assert "Hello" in form
    changed = {"title": "Letter", "body": "Hello again"}
    page = client.post(f"{address}/edit", data=changed, follow_redirects=True)
    assert page.request.path == address
    assert "<h1>Letter</h1>" in page.text
    assert "Hello again" in page.text


def test_a_mistake_changes_nothing(client: FlaskClient) -> None:
    address = write(client, "Draft").request.path
    page = client.post(f"{address}/edit", data={"title": ""})
    assert page.status_code == 422
    assert "<h1>Draft</h1>" in client.get(address).text


def test_delete_a_note_after_asking(client: FlaskClient) -> None:
    address = write(client, "Old news").request.path
    assert "Delete “Old news”?" in client.get(f"{address}/delete").text
    assert client.get(address).status_code == 200
    page = client.post(f"{address}/delete", follow_redirects=True)
    assert "The note was deleted." in page.text
    assert client.get(address).status_code == 404


def test_pages_of_the_list(client: FlaskClient) -> None:
    for number in range(1, 22):
        write(client, f"Note {number:02}")
    first = client.get("/").text
    assert "Note 21" in first
    assert "Note 01" not in first
    assert "Page 1 of 2" in first
    second = client.get("/?page=2").text
    assert "Note 01" in second
    assert "Note 21" not in second
    assert "The list has ended before this page." in client.get("/?page=3").text
    for odd in ("0", "-1", "one", "9" * 30):
        assert "Page 1 of 2" in client.get(f"/?page={odd}").text


def test_search_in_titles(client: FlaskClient) -> None:
    write(client, "Green apples")
    write(client, "Red pears")
    found = client.get("/?q=APPLE").text
    assert "Green apples" in found
    assert "Red pears" not in found
    assert "No title holds these words." in client.get("/?q=plum").text


def test_no_character_breaks_a_page(client: FlaskClient) -> None:
    assert "<h1>Odd</h1>" in write(client, "O\0dd", "\0").text
    assert "Odd" in client.get("/?q=o%00dd").text


def test_an_unknown_address_has_a_page(client: FlaskClient) -> None:
    for address in ("/nowhere", f"/notes/{uuid4()}", "/notes/1"):
        page = client.get(address)
        assert page.status_code == 404
        assert "<h1>Not Found</h1>" in page.text


def test_a_wrong_method_has_a_page_and_its_header(client: FlaskClient) -> None:
    page = client.delete("/notes/new")
    assert page.status_code == 405
    assert "<h1>Method Not Allowed</h1>" in page.text
    assert "POST" in page.headers["Allow"]


def test_a_failure_has_a_page_and_tells_nothing(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> str:
        raise RuntimeError("secret detail")

    monkeypatch.setitem(app.config, "TESTING", False)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setitem(app.view_functions, "notes.create_note", fail)
    page = client.get("/notes/new")
    assert page.status_code == 500
    assert "Something went wrong" in page.text
    assert "secret detail" not in page.text


def test_a_forged_form_is_refused(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    page = write(client, "Forged")
    assert page.status_code == 400
    assert "CSRF" in page.text
    assert "Forged" not in client.get("/").text


def test_nothing_is_loaded_from_another_host(client: FlaskClient) -> None:
    assert "://" not in client.get("/").text

# slot: tests.pages many

"""The contract of /api/v1/notes."""

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from tests.factories import NOTES, write_note


def test_a_new_note_is_returned_with_its_address(client: FlaskClient) -> None:
    response = client.post(NOTES, json={"title": "Buy milk", "body": "Two litres"})
    assert response.status_code == 201
    note = response.get_json()
    assert set(note) == {"id", "title", "body", "created_at", "updated_at"}
    assert (note["title"], note["body"]) == ("Buy milk", "Two litres")
    assert client.get(response.headers["Location"]).get_json() == note


def test_moments_name_their_time_zone(client: FlaskClient) -> None:
    note = write_note(client)
    for name in ("created_at", "updated_at"):
        assert datetime.fromisoformat(note[name]).utcoffset() == timedelta(0)


def test_the_body_may_be_left_out(client: FlaskClient) -> None:
    assert write_note(client)["body"] == ""


def test_a_title_may_have_200_characters(client: FlaskClient) -> None:
    assert write_note(client, title="ä" * 200)["title"] == "ä" * 200


def test_a_body_may_be_long(client: FlaskClient) -> None:
    assert write_note(client, body="ä" * 50_000)["body"] == "ä" * 50_000


def test_what_the_client_must_not_set_is_ignored(client: FlaskClient) -> None:
    note = write_note(client, id="mine", created_at="1999-12-31", colour="red")
    assert note["id"] != "mine"
    assert not note["created_at"].startswith("1999")
    assert "colour" not in note


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "title"),
        ({"title": ""}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"title": 5}, "title"),
        ({"title": None}, "title"),
        ({"title": ["x"]}, "title"),
        ({"title": "x", "body": 5}, "body"),
        ({"title": "x", "body": None}, "body"),
    ],
)
def test_wrong_input_is_refused_by_field(
    client: FlaskClient, data: dict[str, Any], field: str
) -> None:
    note = write_note(client)
    for response in (
        client.post(NOTES, json=data),
        client.put(f"{NOTES}/{note['id']}", json=data),
    ):
        assert response.status_code == 422
        assert list(response.get_json()["error"]["fields"]) == [field]
        assert response.get_json()["error"]["status"] == response.status_code
    assert client.get(f"{NOTES}/{note['id']}").get_json() == note


@pytest.mark.parametrize("data", [[], "text", 5, None, [{"title": "x"}]])
def test_input_has_to_be_an_object(client: FlaskClient, data: object) -> None:
    note = write_note(client)
    for method, url in (
        ("POST", NOTES),
        ("PUT", f"{NOTES}/{note['id']}"),
        ("PATCH", f"{NOTES}/{note['id']}"),
    ):
        response = client.open(
            url, method=method, data=json.dumps(data), content_type="application/json"
        )
        assert response.status_code == 422
        assert response.get_json()["error"]["message"]


def test_put_replaces_a_note(client: FlaskClient) -> None:
    note = write_note(client, body="Two litres")
    response = client.put(f"{NOTES}/{note['id']}", json={"title": "Call Ada"})
    assert response.status_code == 200
    changed = response.get_json()
    assert (changed["title"], changed["body"]) == ("Call Ada", "")
    assert changed["created_at"] == note["created_at"]
    assert changed["updated_at"] > note["updated_at"]
    assert client.get(f"{NOTES}/{note['id']}").get_json() == changed


def test_patch_changes_what_is_sent(client: FlaskClient) -> None:
    note = write_note(client, body="Two litres")
    response = client.patch(f"{NOTES}/{note['id']}", json={"title": "Buy oats"})
    assert response.status_code == 200
    changed = response.get_json()
    assert (changed["title"], changed["body"]) == ("Buy oats", "Two litres")
    response = client.patch(f"{NOTES}/{note['id']}", json={"body": "None"})
    assert response.get_json()["title"] == "Buy oats"
    response = client.patch(f"{NOTES}/{note['id']}", json={"title": ""})
    assert response.status_code == 422
    assert list(response.get_json()["error"]["fields"]) == ["title"]


def test_a_deleted_note_is_gone(client: FlaskClient) -> None:
    url = f"{NOTES}/{write_note(client)['id']}"
    response = client.delete(url)
    assert response.status_code == 204
    assert response.data == b""
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
def test_a_note_that_is_not_there(client: FlaskClient, method: str) -> None:
    for note_id in (uuid4(), "7", "no-id"):
        url = f"{NOTES}/{note_id}"
        response = client.open(url, method=method, json={"title": "x"})
        assert response.status_code == 404
        assert response.get_json()["error"]["status"] == 404


def test_notes_come_in_pages_newest_first(client: FlaskClient) -> None:
    for number in range(5):
        write_note(client, title=f"Note {number}")
    page = client.get(NOTES, query_string={"page": 2, "per_page": 2}).get_json()
    titles = [note["title"] for note in page.pop("items")]
    assert titles == ["Note 2", "Note 1"]
    assert page == {"page": 2, "per_page": 2, "total": 5}


def test_pages_have_a_largest_size(client: FlaskClient) -> None:
    page = client.get(NOTES, query_string={"per_page": 100_000}).get_json()
    assert page == {"items": [], "page": 1, "per_page": 100, "total": 0}


def test_a_page_past_the_end_is_empty(client: FlaskClient) -> None:
    write_note(client)
    page = client.get(NOTES, query_string={"page": 9}).get_json()
    assert page == {"items": [], "page": 9, "per_page": 20, "total": 1}


@pytest.mark.parametrize("name", ["page", "per_page"])
@pytest.mark.parametrize("value", ["0", "-1", "two", "1.5", ""])
def test_wrong_pages_are_refused(client: FlaskClient, name: str, value: str) -> None:
    response = client.get(NOTES, query_string={name: value})
    assert response.status_code == 422
    assert list(response.get_json()["error"]["fields"]) == [name]


def test_a_page_has_to_be_a_sensible_number(client: FlaskClient) -> None:
    response = client.get(NOTES, query_string={"page": "9" * 30})
    assert response.status_code == 422
    assert list(response.get_json()["error"]["fields"]) == ["page"]


def test_titles_can_be_searched(client: FlaskClient) -> None:
    for title in ("Buy milk", "MILK again", "100% oats"):
        write_note(client, title=title)
    for word, count in (("milk", 2), ("%", 1), ("_", 0), ("", 3)):
        page = client.get(NOTES, query_string={"q": word}).get_json()
        assert page["total"] == len(page["items"]) == count, word


@pytest.mark.parametrize("character", [r"\ud800", r"\u0000"])
def test_odd_characters_break_nothing(client: FlaskClient, character: str) -> None:
    for name in ("title", "body"):
        text = json.dumps({"title": "x", name: "?"}).replace("?", character)
        response = client.post(NOTES, data=text, content_type="application/json")
        assert response.status_code in {201, 400, 422}
    assert client.get(NOTES, query_string={"q": "\0"}).status_code in {200, 400, 422}


# slot: tests.notes many

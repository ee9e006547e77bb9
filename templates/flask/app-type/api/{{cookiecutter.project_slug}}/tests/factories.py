"""Things that tests need."""

from typing import Any

from flask.testing import FlaskClient

NOTES = "/api/v1/notes"


def write_note(client: FlaskClient, **fields: str) -> dict[str, Any]:
    """Have the API keep a note, and return what it answers."""
    response = client.post(NOTES, json={"title": "Buy milk", **fields})
    assert response.status_code == 201, response.text
    # slot: tests.tick
    note: dict[str, Any] = response.get_json()
    return note


# slot: tests.factories many

"""What is kept for a minute."""

from flask import Flask
from flask.testing import FlaskClient


def test_a_count_is_kept(app: Flask, client: FlaskClient) -> None:
    assert client.get("/api/v1/stats").json == {"notes": 0}
    client.post("/api/v1/notes", json={"title": "First", "body": ""})
    assert client.get("/api/v1/stats").json == {"notes": 0}
    with app.app_context():
        cache.clear()
    assert client.get("/api/v1/stats").json == {"notes": 1}

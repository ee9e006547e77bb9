"""What is kept for a minute."""

from flask import Flask
from flask.testing import FlaskClient


def test_a_count_is_kept(app: Flask, client: FlaskClient) -> None:
    assert "0 notes in all" in client.get("/stats").text
    client.post("/notes/new", data={"title": "First"})
    assert "0 notes in all" in client.get("/stats").text
    with app.app_context():
        cache.clear()
    assert "1 note in all" in client.get("/stats").text

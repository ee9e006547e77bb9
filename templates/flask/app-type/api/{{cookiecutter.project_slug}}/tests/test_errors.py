"""Errors have one shape, without TESTING and debugging too."""

from typing import NoReturn

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.factories import NOTES, write_note


def assert_shape(response: TestResponse, status: int) -> None:
    """Check the one shape of errors."""
    assert response.status_code == status
    assert response.mimetype == "application/json"
    error = response.get_json()["error"]
    assert set(error) == {"status", "message", "fields"}
    assert error["status"] == status
    assert error["message"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 413, 415, 429, 503])
def test_errors_have_one_shape(
    client: FlaskClient, app: Flask, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    monkeypatch.setattr(app, "dispatch_request", lambda: abort(status))
    assert_shape(client.get(NOTES), status)


def test_unexpected_errors_tell_nothing(
    client: FlaskClient, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> NoReturn:
        raise RuntimeError("the password is swordfish")

    assert not app.testing
    assert not app.debug
    monkeypatch.setattr(app, "dispatch_request", fail)
    response = client.get(NOTES)
    assert_shape(response, 500)
    assert "swordfish" not in response.text


def test_an_unknown_address(client: FlaskClient) -> None:
    assert_shape(client.get("/nowhere"), 404)
    assert_shape(client.get("/api/v1/nowhere"), 404)


def test_a_method_that_is_not_there(client: FlaskClient) -> None:
    response = client.delete(NOTES)
    assert_shape(response, 405)
    assert "POST" in response.headers["Allow"]


def test_a_body_that_is_too_large(client: FlaskClient, app: Flask) -> None:
    body = "x" * (app.config["MAX_CONTENT_LENGTH"] + 1)
    assert_shape(client.post(NOTES, json={"title": "x", "body": body}), 413)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_bodies_are_json(client: FlaskClient, method: str) -> None:
    note_id = write_note(client)["id"]
    url = NOTES if method == "POST" else f"{NOTES}/{note_id}"
    assert_shape(client.open(url, method=method, data={"title": "x"}), 415)
    response = client.open(
        url, method=method, data='{"title"', content_type="application/json"
    )
    assert_shape(response, 400)

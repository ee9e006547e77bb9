"""Logs and request ids."""

import json
import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app


def format_like(app: Flask, record: logging.LogRecord) -> str:
    """Format a record as the application built last does."""
    handler = logging.getLogger().handlers[0]
    with app.test_request_context(headers={"X-Request-ID": "from-the-proxy"}):
        app.preprocess_request()
        handler.filter(record)
    return handler.format(record)


def failure() -> logging.LogRecord:
    """Make a record about an error."""
    try:
        raise ValueError("oh no")
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
    return logging.LogRecord("a.name", logging.ERROR, "", 0, "It %s", ("broke",), info)


def test_production_logs_json(environ: dict[str, str]) -> None:
    line = format_like(create_app(environ), failure())
    assert "\n" not in line
    entry = json.loads(line)
    assert entry["level"] == "ERROR"
    assert entry["message"] == "It broke"
    assert entry["request_id"] == "from-the-proxy"
    assert "ValueError: oh no" in entry["exception"]


def test_development_logs_readable_lines(environ: dict[str, str]) -> None:
    line = format_like(create_app(environ | {"FLASK_DEBUG": "1"}), failure())
    assert line.startswith("ERROR    a.name: It broke")


def test_records_outside_of_requests_have_no_id() -> None:
    record = failure()
    assert add_request_id(record)
    assert vars(record)["request_id"] is None


def test_every_request_is_logged(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    client.get("/healthz")
    assert "GET /healthz 200" in caplog.text


def test_the_id_of_a_proxy_is_kept(client: FlaskClient) -> None:
    response = client.get("/healthz", headers={"X-Request-ID": "abc-123"})
    assert response.headers["X-Request-ID"] == "abc-123"


def test_a_forged_id_is_replaced(client: FlaskClient) -> None:
    response = client.get("/healthz", headers={"X-Request-ID": "a b" * 99})
    assert response.headers["X-Request-ID"].isalnum()
    assert response.headers["X-Content-Type-Options"] == "nosniff"

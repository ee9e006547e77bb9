"""Reports of errors."""

from collections.abc import Iterator

import pytest
import sentry_sdk
from flask import Flask, request
from sentry_sdk.envelope import Envelope

from app import create_app


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> list[Envelope]:
    """Hold what would be sent."""
    sent: list[Envelope] = []
    monkeypatch.setattr(
        "sentry_sdk.transport.HttpTransport.capture_envelope",
        lambda _transport, envelope: sent.append(envelope),
    )
    return sent


@pytest.fixture
def reporting_app(environ: dict[str, str]) -> Iterator[Flask]:
    """Build an application that reports, and that has a page that fails."""
    app = create_app(environ | {"SENTRY_DSN": "https://key@sentry.example.org/1"})

    def fail() -> str:
        sent = request.get_json()
        raise ZeroDivisionError(len(sent))

    app.add_url_rule("/fail", view_func=fail)
    yield app
    sentry_sdk.get_client().close()
    sentry_sdk.init()


def test_an_unexpected_error_is_reported_without_what_was_sent(
    reporting_app: Flask, reports: list[Envelope]
) -> None:
    client = reporting_app.test_client()
    client.set_cookie("session", "swordfish")
    headers = {"Authorization": "Bearer swordfish"}
    address = {"REMOTE_ADDR": "203.0.113.7"}
    response = client.get(
        "/fail", json={"note": "swordfish"}, headers=headers, environ_base=address
    )
    assert response.status_code == 500
    event = next(event for event in (report.get_event() for report in reports) if event)
    assert event["exception"]["values"][0]["type"] == "ZeroDivisionError"
    assert event["environment"] == "production"
    assert "swordfish" not in str(event)
    assert "203.0.113.7" not in str(event)


def test_an_expected_error_is_not(
    reporting_app: Flask, reports: list[Envelope]
) -> None:
    assert reporting_app.test_client().get("/nowhere").status_code == 404
    assert not any(report.get_event() for report in reports)

from collections.abc import Iterator
from typing import Any
from unittest.mock import Mock

import pytest
import sentry_sdk
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from pytest_django import DjangoDbBlocker
from sentry_sdk.envelope import Envelope
from sentry_sdk.transport import Transport

from config.sentry import report_errors

DSN = "https://key@sentry.example.com/1"


@csrf_exempt
def broken(request: HttpRequest) -> HttpResponse:
    password = request.POST["password"]
    raise RuntimeError(f"broken after {len(password)} letters")


urlpatterns = [path("broken/", broken)]


class Recorder(Transport):
    """Keeps what would be sent."""

    events: list[dict[str, Any]] = []

    def capture_envelope(self, envelope: Envelope) -> None:
        event = envelope.get_event()
        if event is not None:
            self.events.append(dict(event))


@pytest.fixture
def recorder() -> Iterator[type[Recorder]]:
    Recorder.events.clear()
    yield Recorder
    sentry_sdk.get_client().close()
    sentry_sdk.get_global_scope().set_client(None)


@pytest.mark.urls(__name__)
def test_an_unexpected_error_is_reported_without_personal_data(
    recorder: type[Recorder], django_db_blocker: DjangoDbBlocker
) -> None:
    report_errors(DSN, transport=recorder)
    request = RequestFactory().post(
        "/broken/?mail=ada@example.com",
        {"password": "hunter2"},
        headers={"Cookie": "sessionid=secret-session"},
        REMOTE_ADDR="192.0.2.7",
    )

    with django_db_blocker.unblock():
        WSGIHandler()(request.environ, Mock())

    (event,) = recorder.events
    assert event["exception"]["values"][-1]["value"] == "broken after 7 letters"
    assert event["request"]["url"] == "http://testserver/broken/"
    for secret in ["hunter2", "secret-session", "192.0.2.7", "ada@"]:
        assert secret not in repr(event)


def test_nothing_is_reported_without_an_address(recorder: type[Recorder]) -> None:
    report_errors("", transport=recorder)

    sentry_sdk.capture_message("nobody hears")

    assert recorder.events == []

import json
import logging
import sys

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from config.logging import (
    JsonFormatter,
    RequestIdFilter,
    RequestLogMiddleware,
    request_id,
)


def answer(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request_id.get())


def test_a_record_becomes_one_line_of_json() -> None:
    record = logging.makeLogRecord(
        {"msg": "Saved %s\nand more", "args": ("it",), "levelname": "INFO", "note": 7}
    )
    line = JsonFormatter().format(record)

    assert "\n" not in line
    entry = json.loads(line)
    assert entry["message"] == "Saved it\nand more"
    assert entry["note"] == 7


def test_what_is_asked_for_stays_out_of_the_log(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    client.get("/nowhere/?q=secret")

    (record,) = [record for record in caplog.records if record.name == "django.request"]
    line = JsonFormatter().format(record)
    assert json.loads(line)["status_code"] == 404
    assert "secret" not in line


def test_an_exception_is_in_the_same_line() -> None:
    try:
        raise ValueError("broken")
    except ValueError:
        record = logging.makeLogRecord({"msg": "Failed", "exc_info": sys.exc_info()})

    entry = json.loads(JsonFormatter().format(record))
    assert "ValueError: broken" in entry["exception"]


@pytest.mark.parametrize(
    ("given", "kept"), [("abc-123", True), ("", False), ("evil\nline", False)]
)
def test_only_a_harmless_request_id_is_taken_over(given: str, kept: bool) -> None:
    request = RequestFactory().get("/", headers={"X-Request-ID": given})

    response = RequestLogMiddleware(answer)(request)

    assert response["X-Request-ID"] == response.content.decode()
    assert (response["X-Request-ID"] == given) is kept


def test_every_line_of_a_request_has_its_id() -> None:
    record = logging.makeLogRecord({"msg": "Saved"})

    response = RequestLogMiddleware(answer)(RequestFactory().get("/"))
    RequestIdFilter().filter(record)

    entry = json.loads(JsonFormatter().format(record))
    assert entry["request_id"] == response["X-Request-ID"]


def test_one_line_per_request(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="config.logging")

    RequestLogMiddleware(answer)(RequestFactory().get("/notes/?q=secret"))

    assert caplog.messages == ["GET /notes/ 200"]
    assert vars(caplog.records[0])["status"] == 200

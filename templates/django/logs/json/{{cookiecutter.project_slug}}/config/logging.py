"""Structured logs: one JSON object a line, and a request id on every line.

What a log call passes as `extra={...}` becomes fields of the object.
"""

import json
import logging
import re
import time
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

logger = logging.getLogger(__name__)

request_id: ContextVar[str] = ContextVar("request_id", default="")

# An id from outside goes into our logs, so it may only look like one.
ACCEPTED_ID = re.compile(r"[\w.-]{1,64}", re.ASCII)

# What every record has; anything beyond came in through `extra`.
STANDARD_FIELDS = {*vars(logging.makeLogRecord({})), "message", "asctime"}
# Django adds the request, whose query may hold what belongs into no log.
LEFT_OUT = STANDARD_FIELDS | {"request"}


class RequestIdFilter(logging.Filter):
    """Put the id of the request being answered on every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id.get()
        return True


class JsonFormatter(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        for name, value in vars(record).items():
            if name not in LEFT_OUT and value not in (None, ""):
                entry[name] = value
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(entry, default=str)


class RequestLogMiddleware:
    """Give each request an id, send it back, and log one line per request.

    The id is the proxy's X-Request-ID if there is one: that way the lines of
    every service that took part can be found together.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        current = given if ACCEPTED_ID.fullmatch(given) else uuid.uuid4().hex
        # Not reset at the end: Django reports a 404 after the last middleware. The
        # next request sets its own.
        request_id.set(current)
        started = time.perf_counter()
        response = self.get_response(request)
        response["X-Request-ID"] = current
        logger.info(
            "%s %s %s",
            request.method,
            request.path,
            response.status_code,
            extra={
                "method": request.method,
                "path": request.path,
                "status": response.status_code,
                "milliseconds": round((time.perf_counter() - started) * 1000, 1),
            },
        )
        return response

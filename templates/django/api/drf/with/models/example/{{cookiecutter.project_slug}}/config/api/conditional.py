"""Conditional requests: answer 304 to who has it already, refuse to overwrite blindly.

A client sends back the ETag it was given: in If-None-Match to spare itself the
body, in If-Match to change an object only if nobody else did meanwhile.
"""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext_lazy as _
from rest_framework import status
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response


class PreconditionFailed(APIException):
    """The object is no longer the one that If-Match names."""

    status_code = status.HTTP_412_PRECONDITION_FAILED
    default_detail = _("The object was changed meanwhile: get it again first.")
    default_code = "precondition_failed"


def make_etag(*parts: object) -> str:
    """Return an ETag that changes when one of the parts does."""
    text = "\n".join(map(str, parts))
    return quote_etag(sha256(text.encode()).hexdigest()[:32])


def check_preconditions(request: Request, etag: str, changed: datetime) -> None:
    """Raise when If-Match or If-Unmodified-Since names another state."""
    if get_conditional_response(request, etag, int(changed.timestamp())) is not None:
        raise PreconditionFailed


def respond(
    request: Request,
    etag: str,
    build: Callable[[], Response],
    changed: datetime | None = None,
) -> Response:
    """Answer 304 when the client is up to date, else what `build` returns."""
    seconds = int(changed.timestamp()) if changed else None
    known = get_conditional_response(request, etag, seconds)
    if known is None:
        response = build()
    elif known.status_code == status.HTTP_304_NOT_MODIFIED:
        response = Response(status=known.status_code)
    else:
        raise PreconditionFailed
    response.headers["ETag"] = etag
    if seconds is not None:
        response.headers["Last-Modified"] = http_date(seconds)
    # Yours alone, and to be asked for again each time: 304 makes that cheap.
    patch_cache_control(response, private=True, no_cache=True)
    return response

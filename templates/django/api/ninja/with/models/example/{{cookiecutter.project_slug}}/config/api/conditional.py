"""Conditional requests: answer 304 to who has it already, refuse to overwrite blindly.

A client sends back the ETag it was given: in If-None-Match to spare itself the
body, in If-Match to change an object only if nobody else did meanwhile.
"""

from datetime import datetime
from hashlib import sha256
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from ninja.errors import HttpError


def make_etag(*parts: object) -> str:
    """Return an ETag that changes when one of the parts does."""
    text = "\n".join(map(str, parts))
    return quote_etag(sha256(text.encode()).hexdigest()[:32])


def check_preconditions(request: HttpRequest, etag: str, changed: datetime) -> None:
    """Raise when If-Match or If-Unmodified-Since names another state."""
    if get_conditional_response(request, etag, int(changed.timestamp())) is not None:
        raise precondition_failed()


def not_modified(
    request: HttpRequest,
    response: HttpResponse,
    etag: str,
    changed: datetime | None = None,
) -> HttpResponse | None:
    """Put the ETag on the response; return the 304 for a client that is up to date."""
    seconds = int(changed.timestamp()) if changed else None
    known = get_conditional_response(request, etag, seconds)
    if known is not None and known.status_code != HTTPStatus.NOT_MODIFIED:
        raise precondition_failed()
    answer = response if known is None else known
    answer.headers["ETag"] = etag
    if seconds is not None:
        answer.headers["Last-Modified"] = http_date(seconds)
    # Yours alone, and to be asked for again each time: 304 makes that cheap.
    patch_cache_control(answer, private=True, no_cache=True)
    return known


def precondition_failed() -> HttpError:
    """Return the error that the object is no longer the one that If-Match names."""
    return HttpError(
        HTTPStatus.PRECONDITION_FAILED,
        _("The object was changed meanwhile: get it again first."),
    )

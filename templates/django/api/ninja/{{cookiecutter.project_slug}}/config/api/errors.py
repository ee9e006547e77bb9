"""One shape for every error of the API:

{"error": {"status": 400, "message": "…", "fields": {"title": ["…"]}}}
"""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, Throttled, ValidationError

Fields = dict[str, list[str]]


class Problem(Schema):
    status: int
    message: str
    fields: Fields


class ErrorBody(Schema):
    error: Problem


def errors(*codes: int) -> dict[frozenset[int], type[ErrorBody]]:
    """Document what an endpoint may answer besides success, for its `response`."""
    return {frozenset({*codes, 429}): ErrorBody}


# slot: ninja.input_error


def body(
    status_code: int, message: str, fields: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Return the shape that every error has."""
    return {
        "error": {"status": status_code, "message": message, "fields": fields or {}}
    }


def give_errors_one_shape(api: NinjaAPI) -> None:
    """Let the API answer to every exception with `body`."""

    def answer(
        request: HttpRequest, status: int, message: str, fields: Fields | None = None
    ) -> HttpResponse:
        return api.create_response(
            request, body(status, message, fields), status=status
        )

    @api.exception_handler(ValidationError)
    def malformed(request: HttpRequest, exc: ValidationError) -> HttpResponse:
        fields: Fields = {}
        for error in exc.errors:
            name = str(error["loc"][-1]) if len(error["loc"]) > 2 else "body"
            if error["loc"][0] == "query":
                name = str(error["loc"][-1])
            # What our own validators say, pydantic announces first.
            message = error["msg"].removeprefix("Value error, ")
            fields.setdefault(name, []).append(message)
        return answer(request, 400, _("The input is not valid."), fields)

    # slot: ninja.error_handlers

    @api.exception_handler(Http404)
    def not_found(request: HttpRequest, exc: Http404) -> HttpResponse:
        return answer(request, 404, HTTPStatus.NOT_FOUND.phrase)

    @api.exception_handler(Throttled)
    def too_many(request: HttpRequest, exc: Throttled) -> HttpResponse:
        response = answer(request, exc.status_code, exc.message)
        response["Retry-After"] = str(exc.wait or 1)
        return response

    @api.exception_handler(HttpError)
    def refused(request: HttpRequest, exc: HttpError) -> HttpResponse:
        return answer(request, exc.status_code, exc.message)

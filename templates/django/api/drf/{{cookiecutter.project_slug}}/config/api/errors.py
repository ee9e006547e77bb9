"""One shape for every error of the API:

{"error": {"status": 400, "message": "…", "fields": {"title": ["…"]}}}
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler as drf_exception_handler


def body(
    status_code: int, message: str, fields: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Return the shape that every error has."""
    return {
        "error": {"status": status_code, "message": message, "fields": fields or {}}
    }


def exception_handler(exc: Exception, context: dict[str, Any]) -> Response | None:
    """Give what REST framework answers to an exception our shape."""
    response = drf_exception_handler(exc, context)
    if response is None:
        return None
    if isinstance(exc, ValidationError):
        detail = response.data
        fields = detail if isinstance(detail, dict) else {"non_field_errors": detail}
        message = str(_("The input is not valid."))
    else:
        fields = {}
        message = str(response.data["detail"])
    response.data = body(response.status_code, message, fields)
    return response

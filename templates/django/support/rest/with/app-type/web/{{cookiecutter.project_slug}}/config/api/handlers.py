"""What Django answers where no view does: JSON below /api/, a page elsewhere."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views import defaults

from config.api.errors import body


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for Django when a request makes no sense."""
    if is_for_api(request):
        return plain(HTTPStatus.BAD_REQUEST)
    return defaults.bad_request(request, exception)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for Django when a request is not allowed."""
    if is_for_api(request):
        return plain(HTTPStatus.FORBIDDEN)
    return defaults.permission_denied(request, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for Django when no URL matches."""
    if is_for_api(request):
        return plain(HTTPStatus.NOT_FOUND)
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer for Django when a view raised what nobody expected."""
    if is_for_api(request):
        return plain(HTTPStatus.INTERNAL_SERVER_ERROR)
    return defaults.server_error(request)


def is_for_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def plain(code: HTTPStatus) -> JsonResponse:
    """Return the error that a status alone says."""
    return JsonResponse(body(code, code.phrase), status=code)

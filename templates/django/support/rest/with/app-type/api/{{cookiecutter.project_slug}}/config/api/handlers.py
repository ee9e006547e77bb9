"""What Django answers where no view of the API does, in the shape of errors.py."""

from http import HTTPStatus

from django.http import HttpRequest, JsonResponse

from config.api.errors import body


def bad_request(request: HttpRequest, exception: Exception) -> JsonResponse:
    """Answer for Django when a request makes no sense."""
    return plain(HTTPStatus.BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> JsonResponse:
    """Answer for Django when a request is not allowed."""
    return plain(HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> JsonResponse:
    """Answer for Django when no URL matches."""
    return plain(HTTPStatus.NOT_FOUND)


def server_error(request: HttpRequest) -> JsonResponse:
    """Answer for Django when a view raised what nobody expected."""
    return plain(HTTPStatus.INTERNAL_SERVER_ERROR)


def plain(code: HTTPStatus) -> JsonResponse:
    """Return the error that a status alone says."""
    return JsonResponse(body(code, code.phrase), status=code)

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as project_urls

ERRORS = {400: SuspiciousOperation, 403: PermissionDenied, 404: Http404}


def view(request: HttpRequest, status: int) -> HttpResponse:
    raise ERRORS.get(status, RuntimeError)("secret detail")


__all__ = ["handler400", "handler403", "handler404", "handler500"]

urlpatterns = [
    *project_urls,
    path("api/<int:status>/", view),
    path("<int:status>/", view),
]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_errors_are_json_below_api_and_pages_elsewhere(
    client: Client, status: int
) -> None:
    client.raise_request_exception = False

    answer = client.get(f"/api/{status}/")
    assert answer.status_code == status
    assert answer.json()["error"]["status"] == status

    page = client.get(f"/{status}/")
    assert page.status_code == status
    assert page.headers["Content-Type"].startswith("text/html")

    assert "secret detail" not in answer.text + page.text

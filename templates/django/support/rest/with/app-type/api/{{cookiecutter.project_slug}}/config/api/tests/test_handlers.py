import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from config.urls import handler400, handler403, handler404, handler500

ERRORS = {400: SuspiciousOperation, 403: PermissionDenied, 404: Http404}


def view(request: HttpRequest, status: int) -> HttpResponse:
    raise ERRORS.get(status, RuntimeError)("secret detail")


__all__ = ["handler400", "handler403", "handler404", "handler500"]

urlpatterns = [path("<int:status>/", view)]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_errors_outside_of_the_api_have_its_shape(client: Client, status: int) -> None:
    client.raise_request_exception = False

    response = client.get(f"/{status}/")

    assert response.status_code == status
    assert response.json()["error"]["status"] == status
    assert "secret detail" not in response.text

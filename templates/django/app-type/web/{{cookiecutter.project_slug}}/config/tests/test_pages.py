import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path, reverse

from config.urls import urlpatterns as project_urls


def bad(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("secret detail")


urlpatterns = [
    *project_urls,
    path("bad/", bad),
    path("forbidden/", forbidden),
    path("broken/", broken),
]

pytestmark = pytest.mark.urls(__name__)


def test_the_start_page(client: Client) -> None:
    response = client.get(reverse("home"))

    assert response.status_code == 200
    assert '<html lang="en" dir="ltr">' in response.text


@pytest.mark.parametrize(
    ("url", "status", "text"),
    [
        ("/bad/", 400, "Bad request"),
        ("/forbidden/", 403, "Not allowed"),
        ("/nowhere/", 404, "Page not found"),
        ("/broken/", 500, "Something went wrong"),
    ],
)
def test_errors_have_a_page_of_ours(
    client: Client, url: str, status: int, text: str
) -> None:
    client.raise_request_exception = False

    response = client.get(url)

    assert response.status_code == status
    assert text in response.text
    assert "secret detail" not in response.text


def test_a_form_without_its_token_has_a_page_of_ours() -> None:
    response = Client(enforce_csrf_checks=True).post(reverse("home"))

    assert response.status_code == 403
    assert "The form has expired" in response.text

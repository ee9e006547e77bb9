from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import path
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from config.urls import urlpatterns as project_urls


class Picky(APIView):
    permission_classes = []

    def get(self, request: Request) -> Response:
        raise ValidationError(["Nothing", "suits"])

    def post(self, request: Request) -> Response:
        raise RuntimeError("secret detail")

    def put(self, request: Request) -> Response:
        return Response(request.data)


urlpatterns = [*project_urls, path("api/picky/", Picky.as_view())]

pytestmark = pytest.mark.urls(__name__)


@pytest.mark.parametrize(
    ("method", "status"),
    [("get", HTTPStatus.BAD_REQUEST), ("delete", HTTPStatus.METHOD_NOT_ALLOWED)],
)
def test_every_error_has_the_same_shape(
    client: Client, method: str, status: HTTPStatus
) -> None:
    response = client.generic(method.upper(), "/api/picky/")

    assert response.status_code == status
    error = response.json()["error"]
    assert set(error) == {"status", "message", "fields"}
    assert error["status"] == status
    assert error["message"]


def test_errors_of_no_field(client: Client) -> None:
    error = client.get("/api/picky/").json()["error"]

    assert error["fields"] == {"non_field_errors": ["Nothing", "suits"]}


def test_what_nobody_expected_is_not_told(client: Client) -> None:
    client.raise_request_exception = False

    response = client.post("/api/picky/")

    assert response.status_code == 500
    assert "secret detail" not in response.text


@pytest.mark.parametrize("text", ["{", "[" * 100_000], ids=["torn off", "too deep"])
def test_broken_json(client: Client, text: str) -> None:
    response = client.put("/api/picky/", text, content_type="application/json")

    assert response.status_code == 400
    assert "JSON" in response.json()["error"]["message"]

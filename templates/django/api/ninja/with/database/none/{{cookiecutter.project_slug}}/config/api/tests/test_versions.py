"""A second version can live beside the first: this is how."""

import pytest
from django.http import HttpRequest
from django.urls import path
from ninja import Field, NinjaAPI, Status

from config.api.errors import give_errors_one_shape
from config.api.tests.client import APIClient
from config.urls import urlpatterns as project_urls
from contact.api import Line, Message, send_message

MESSAGE = {"email": "ada@example.com", "title": "Hello", "body": "How are you?"}


class MessageV2(Message):
    title: Line = Field(max_length=20)


api = NinjaAPI(version="2.0.0", urls_namespace="v2")
give_errors_one_shape(api)


@api.post("/messages/", response={202: None})
def send_message_v2(request: HttpRequest, data: MessageV2) -> Status[None]:
    return send_message(request, data)


urlpatterns = [*project_urls, path("api/v2/", api.urls)]


@pytest.mark.urls(__name__)
def test_two_versions_live_side_by_side(api_client: APIClient) -> None:
    long = MESSAGE | {"title": "x" * 21}

    assert api_client.post("/api/v1/messages/", long).status_code == 202
    assert api_client.post("/api/v2/messages/", long).status_code == 400
    assert api_client.post("/api/v2/messages/", MESSAGE).status_code == 202

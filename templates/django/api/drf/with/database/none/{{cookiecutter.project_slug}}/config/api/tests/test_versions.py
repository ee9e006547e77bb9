"""A second version can live beside the first: this is how."""

import pytest
from django.urls import include, path
from rest_framework import serializers

from config.api.tests.client import APIClient
from config.urls import urlpatterns as project_urls
from contact.api.serializers import MessageSerializer
from contact.api.views import MessageView

MESSAGE = {"email": "ada@example.com", "title": "Hello", "body": "How are you?"}


class MessageV2Serializer(MessageSerializer):
    title = serializers.CharField(max_length=20)


class MessageV2View(MessageView):
    serializer_class = MessageV2Serializer


v2 = [path("messages/", MessageV2View.as_view(), name="messages")]

urlpatterns = [*project_urls, path("api/v2/", include((v2, "v2")))]


@pytest.mark.urls(__name__)
def test_two_versions_live_side_by_side(api_client: APIClient) -> None:
    long = MESSAGE | {"title": "x" * 21}

    assert api_client.post("/api/v1/messages/", long).status_code == 202
    assert api_client.post("/api/v2/messages/", long).status_code == 400
    assert api_client.post("/api/v2/messages/", MESSAGE).status_code == 202

import pytest
from rest_framework.throttling import SimpleRateThrottle

from config.api.tests.client import APIClient


def test_a_flood_of_messages_is_stopped(
    api_client: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SimpleRateThrottle.THROTTLE_RATES, "messages", "2/min")

    responses = [api_client.post("/api/v1/messages/", {}) for _ in range(3)]

    assert [response.status_code for response in responses] == [400, 400, 429]
    assert int(responses[-1].headers["Retry-After"]) <= 60
    assert responses[-1].json()["error"]["status"] == 429

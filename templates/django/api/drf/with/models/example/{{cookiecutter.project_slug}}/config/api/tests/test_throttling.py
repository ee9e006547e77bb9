import pytest
from rest_framework.throttling import SimpleRateThrottle

from config.api.tests.client import APIClient
from users.tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def limit(monkeypatch: pytest.MonkeyPatch, scope: str) -> None:
    monkeypatch.setitem(SimpleRateThrottle.THROTTLE_RATES, scope, "2/min")


@pytest.mark.parametrize("path", ["users/", "auth/token/", "auth/token/refresh/"])
def test_guessing_is_slowed_down(
    api_client: APIClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    limit(monkeypatch, "auth")

    statuses = [api_client.post(f"/api/v1/{path}").status_code for _ in range(3)]

    assert statuses == [400, 400, 429]


def test_each_user_has_a_limit_and_learns_when_to_come_back(
    api_client: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit(monkeypatch, "user")
    first, second = UserFactory.create_batch(2)

    api_client.force_authenticate(first)
    responses = [api_client.get("/api/v1/notes/") for _ in range(3)]
    assert responses[-1].status_code == 429
    assert int(responses[-1].headers["Retry-After"]) <= 60
    assert responses[-1].json()["error"]["status"] == 429

    api_client.force_authenticate(second)
    assert api_client.get("/api/v1/notes/").status_code == 200

from unittest.mock import Mock

import pytest
from django.test import Client
from pytest_django import Settings

from config import health


def test_alive_to_anybody_over_plain_http(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["example.com"]
    settings.SECURE_SSL_REDIRECT = True

    response = client.get("/healthz", headers={"Host": "10.0.0.7:8000"})

    assert response.status_code == 200
    assert response.json() == {"status": "ok"}


def test_not_ready_when_a_check_fails(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Mock(side_effect=OSError("password=secret"))
    monkeypatch.setattr(health, "CHECKS", {"storage": broken})

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json() == {
        "status": "unavailable",
        "checks": {"storage": "failed"},
    }


# slot: health.tests many spaced

import pytest
from django.test import Client
from pytest_django import Settings

APP = "https://app.example.com"
# slot: cors.example


@pytest.fixture(autouse=True)
def allowed(settings: Settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = [APP]


def preflight(client: Client, origin: str) -> str | None:
    """Ask what a browser asks before it sends JSON to another host."""
    response = client.options(
        URL,
        headers={
            "Origin": origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": HEADERS,
        },
    )
    return response.headers.get("Access-Control-Allow-Origin")


def test_a_named_origin_may_call_the_api(client: Client) -> None:
    assert preflight(client, APP) == APP


def test_any_other_origin_may_not(client: Client) -> None:
    assert preflight(client, "https://evil.example") is None


def test_errors_can_be_read_too(client: Client) -> None:
    response = client.get(URL, headers={"Origin": APP})

    assert response.status_code == STATUS
    assert response.headers["Access-Control-Allow-Origin"] == APP


def test_nothing_but_the_api_is_open(client: Client) -> None:
    response = client.get("/healthz", headers={"Origin": APP})

    assert "Access-Control-Allow-Origin" not in response.headers

"""Which pages may call the API."""

import pytest
from flask.testing import FlaskClient

ADDRESS = "/api/v1/notes"


@pytest.mark.parametrize("origin", ["https://app.example.org", "http://localhost:5173"])
def test_pages_of_known_origins_may_call(client: FlaskClient, origin: str) -> None:
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    response = client.options(ADDRESS, headers=headers)
    assert response.headers["Access-Control-Allow-Origin"] == origin
    assert "PUT" in response.headers["Access-Control-Allow-Methods"]
    assert "authorization" in response.headers["Access-Control-Allow-Headers"]
    answer = client.get(ADDRESS, headers={"Origin": origin})
    assert answer.headers["Access-Control-Allow-Origin"] == origin


def test_pages_of_other_origins_may_not(client: FlaskClient) -> None:
    response = client.get(ADDRESS, headers={"Origin": "https://evil.example"})
    assert "Access-Control-Allow-Origin" not in response.headers


def test_only_the_api_may_be_called(client: FlaskClient) -> None:
    response = client.get("/healthz", headers={"Origin": "https://app.example.org"})
    assert "Access-Control-Allow-Origin" not in response.headers

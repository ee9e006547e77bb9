from django.test import Client


def test_who_asks_without_a_token_learns_how_to_ask(client: Client) -> None:
    response = client.get("/api/v1/notes/")

    assert response.status_code == 401
    assert response.json()["error"]["status"] == 401
    assert response.headers["WWW-Authenticate"].startswith("Bearer")

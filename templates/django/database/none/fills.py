# fill: health.tests
def test_ready(client: Client) -> None:
    response = client.get("/readyz")

    assert response.status_code == 200
    assert set(response.json()["checks"].values()) <= {"ok"}

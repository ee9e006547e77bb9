from config.api.tests.client import APIClient
from config.api.v1 import api

URL = "/api/v1/messages/"


def test_the_schema_names_every_endpoint(api_client: APIClient) -> None:
    schema = api_client.get("/api/v1/schema/").json()

    assert schema["openapi"].startswith("3.")
    assert schema["info"]["title"] == api.title
    assert set(schema["paths"]) == {URL}


def test_the_docs_load_nothing_from_another_host(api_client: APIClient) -> None:
    page = api_client.get("/api/v1/docs/")

    assert page.status_code == 200
    assert 'src="http' not in page.text
    assert 'href="http' not in page.text


def test_a_flood_of_messages_is_stopped(api_client: APIClient) -> None:
    message = {"email": "ada@example.com", "title": "Hello", "body": "Again!"}

    answers = [api_client.post(URL, message) for _ in range(11)]

    assert [answer.status_code for answer in answers] == [202] * 10 + [429]
    assert answers[-1].json()["error"]["status"] == 429
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60

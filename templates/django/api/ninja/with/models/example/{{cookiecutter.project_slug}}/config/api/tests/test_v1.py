import pytest

from config.api.tests.client import APIClient
from config.api.v1 import api
from notes.tests.factories import NoteFactory
from users.tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_the_schema_names_every_endpoint(api_client: APIClient) -> None:
    schema = api_client.get("/api/v1/schema/").json()

    assert schema["openapi"].startswith("3.")
    assert schema["info"]["title"] == api.title
    assert set(schema["paths"]) == {
        "/api/v1/notes/",
        "/api/v1/notes/{note_id}/",
        "/api/v1/users/",
        "/api/v1/users/me/",
        "/api/v1/auth/token/",
        "/api/v1/auth/token/refresh/",
        "/api/v1/auth/token/revoke/",
    }


def test_the_docs_load_nothing_from_another_host(api_client: APIClient) -> None:
    page = api_client.get("/api/v1/docs/")

    assert page.status_code == 200
    assert 'src="http' not in page.text
    assert 'href="http' not in page.text


def test_logging_in_is_limited(api_client: APIClient) -> None:
    data = {"email": "ada@example.com", "password": "a guess"}
    url = "/api/v1/auth/token/"

    answers = [api_client.post(url, data) for _ in range(11)]

    assert [answer.status_code for answer in answers] == [401] * 10 + [429]
    assert answers[-1].json()["error"]["status"] == 429
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60


@pytest.mark.parametrize("text", ["", "{", "[]", '"text"', '{"title": "\\u0000"}'])
def test_what_makes_no_sense_is_a_bad_request(api_client: APIClient, text: str) -> None:
    api_client.force_authenticate(UserFactory.create())

    response = api_client.post("/api/v1/notes/", text)

    assert response.status_code == 400
    assert response.json()["error"]["status"] == 400


def test_an_object_that_is_not_there_has_the_shape_too(api_client: APIClient) -> None:
    note = NoteFactory.create()
    api_client.force_authenticate(UserFactory.create())

    response = api_client.get(f"/api/v1/notes/{note.pk}/")

    assert response.status_code == 404
    assert response.json()["error"]["status"] == 404

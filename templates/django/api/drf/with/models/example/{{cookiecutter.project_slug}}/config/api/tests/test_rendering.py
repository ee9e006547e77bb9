import pytest

from config.api.tests.client import APIClient
from config.tests.test_commands import DEVELOPMENT, PRODUCTION, SECRET, manage
from notes.tests.factories import NoteFactory
from users.tests.factories import UserFactory

RENDERERS = (
    "from django.conf import settings;"
    "print(settings.REST_FRAMEWORK['DEFAULT_RENDERER_CLASSES'])"
)


@pytest.mark.django_db
def test_a_browser_gets_json_too(api_client: APIClient) -> None:
    api_client.force_authenticate(UserFactory.create())

    response = api_client.get("/api/v1/notes/", headers={"Accept": "text/html, */*"})

    assert response.headers["Content-Type"] == "application/json"


@pytest.mark.django_db
def test_options_describe_what_can_be_sent(api_client: APIClient) -> None:
    note = NoteFactory.create()
    api_client.force_authenticate(note.owner)

    response = api_client.client.options(f"/api/v1/notes/{note.pk}/")

    assert "title" in response.json()["actions"]["PUT"]


def test_the_browsable_api_is_for_development_only() -> None:
    development = manage("shell", "--command", RENDERERS, **DEVELOPMENT, **SECRET)
    assert "BrowsableAPIRenderer" in development.stdout

    production = manage("shell", "--command", RENDERERS, **PRODUCTION, **SECRET)
    assert "JSONRenderer" in production.stdout
    assert "BrowsableAPIRenderer" not in production.stdout

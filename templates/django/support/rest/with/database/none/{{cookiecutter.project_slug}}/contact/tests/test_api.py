import pytest
from django.core import mail
from pytest_django import Settings

from config.api.tests.client import APIClient

URL = "/api/v1/messages/"
MESSAGE = {"email": "ada@example.com", "title": "Hello", "body": "How are you?"}


def test_a_message_is_mailed_to_the_owner(
    api_client: APIClient, settings: Settings
) -> None:
    settings.CONTACT_EMAIL = "owner@example.com"

    response = api_client.post(URL, MESSAGE)

    assert response.status_code == 202
    (message,) = mail.outbox
    assert message.to == ["owner@example.com"]
    assert message.reply_to == ["ada@example.com"]
    assert message.subject.endswith(": Hello")
    assert message.body == "How are you?"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "nonsense"),
        ("email", None),
        ("title", "x" * 201),
        ("title", " "),
        ("title", ["a", "list"]),
        ("title", "\ud800"),
        ("body", ""),
        ("body", "x" * 10_001),
    ],
)
def test_mistakes_are_named_and_nothing_is_sent(
    api_client: APIClient, field: str, value: object
) -> None:
    response = api_client.post(URL, {**MESSAGE, field: value})

    assert response.status_code == 400
    error = response.json()["error"]
    assert (error["status"], list(error["fields"])) == (400, [field])
    assert mail.outbox == []


def test_what_is_missing_is_named(api_client: APIClient) -> None:
    response = api_client.post(URL, {"body": "How are you?"})

    assert response.status_code == 400
    assert list(response.json()["error"]["fields"]) == ["email", "title"]


@pytest.mark.parametrize("text", ["", "{", "[]", '"text"'])
def test_what_makes_no_sense_is_a_bad_request(api_client: APIClient, text: str) -> None:
    response = api_client.post(URL, text)

    assert response.status_code == 400
    assert response.json()["error"]["status"] == 400


def test_nobody_slips_a_header_into_the_mail(api_client: APIClient) -> None:
    api_client.post(URL, MESSAGE | {"title": "Hi\nBcc: eve@example.com"})

    assert mail.outbox[0].subject.endswith(": Hi Bcc: eve@example.com")


def test_messages_are_written_and_not_read(api_client: APIClient) -> None:
    response = api_client.get(URL)

    assert response.status_code == 405

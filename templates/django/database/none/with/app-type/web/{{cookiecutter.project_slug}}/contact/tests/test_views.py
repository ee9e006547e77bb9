import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

FORM = {"email": "ada@example.com", "title": "Hello", "body": "How are you?"}


def test_a_message_is_mailed_to_the_owner(client: Client, settings: Settings) -> None:
    settings.CONTACT_EMAIL = "owner@example.com"
    assert client.get(reverse("contact")).status_code == 200

    response = client.post(reverse("contact"), FORM, follow=True)

    assert response.redirect_chain == [(reverse("home"), 302)]
    assert "Thank you!" in response.text
    (message,) = mail.outbox
    assert message.to == ["owner@example.com"]
    assert message.reply_to == ["ada@example.com"]
    assert message.subject.endswith(": Hello")
    assert message.body == "How are you?"


@pytest.mark.parametrize(
    "changes",
    [{"email": "nonsense"}, {"title": "x" * 201}, {"title": " "}, {"body": ""}],
)
def test_mistakes_are_shown_and_nothing_is_sent(
    client: Client, changes: dict[str, str]
) -> None:
    response = client.post(reverse("contact"), FORM | changes)

    assert response.status_code == 200
    assert response.context["form"].errors.keys() == changes.keys()
    assert mail.outbox == []


def test_nobody_slips_a_header_into_the_mail(client: Client) -> None:
    client.post(reverse("contact"), FORM | {"title": "Hi\nBcc: eve@example.com"})

    assert mail.outbox[0].subject.endswith(": Hi Bcc: eve@example.com")


def test_a_session_is_a_cookie_that_nobody_can_forge(client: Client) -> None:
    session = client.session
    session["seen"] = True
    session.save()
    key = session.session_key
    assert key

    client.cookies["sessionid"] = key
    assert client.session["seen"] is True

    client.cookies["sessionid"] = key[:-1] + ("A" if key[-1] != "A" else "B")
    assert "seen" not in client.session

import re
from unittest.mock import patch

import pytest
from django.conf import settings
from django.core import mail
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from users.forms import ProfileForm
from users.models import User
from users.tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def test_signing_up_logs_in(client: Client) -> None:
    response = client.post(
        reverse("sign_up"),
        {
            "email": "Ada@example.com",
            "name": "Ada",
            "password1": PASSWORD,
            "password2": PASSWORD,
        },
        follow=True,
    )

    assert response.redirect_chain == [(reverse("notes:list"), 302)]
    assert "Welcome!" in response.text
    assert response.context["user"].email == "ada@example.com"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"email": "TAKEN@example.com"}, "There is an account"),
        ({"email": "nonsense"}, "valid email address"),
        ({"password2": "something else"}, "match"),
        ({"password1": "123", "password2": "123"}, "too short"),
    ],
)
def test_signing_up_with_mistakes(
    client: Client, changes: dict[str, str], message: str
) -> None:
    UserFactory.create(email="taken@example.com")
    form = {
        "email": "ada@example.com",
        "password1": PASSWORD,
        "password2": PASSWORD,
        **changes,
    }

    response = client.post(reverse("sign_up"), form)

    assert response.status_code == 200
    assert message in response.text
    assert User.objects.count() == 1


def test_two_sign_up_with_one_address_at_the_same_moment(client: Client) -> None:
    form = {"email": "ada@example.com", "password1": PASSWORD, "password2": PASSWORD}

    with patch.object(User, "save", side_effect=IntegrityError):
        response = client.post(reverse("sign_up"), form)

    assert "This address is taken." in response.text


def test_who_is_logged_in_needs_no_sign_up(client: Client) -> None:
    client.force_login(UserFactory.create())

    assert client.get(reverse("sign_up")).headers["Location"] == reverse("notes:list")


def test_log_in_and_log_out(client: Client) -> None:
    user = UserFactory.create()
    assert f"· {settings.SITE_NAME}</title>" in client.get(reverse("login")).text

    response = client.post(
        reverse("login"), {"username": user.email.upper(), "password": PASSWORD}
    )
    assert response.headers["Location"] == reverse("notes:list")

    response = client.post(reverse("logout"), follow=True)
    assert not response.context["user"].is_authenticated


def test_a_wrong_password_is_refused(client: Client) -> None:
    user = UserFactory.create()

    response = client.post(
        reverse("login"), {"username": user.email, "password": "wrong"}
    )

    assert response.status_code == 200
    assert "Please enter a correct" in response.text


def test_logging_in_goes_back_but_never_to_another_site(client: Client) -> None:
    user = UserFactory.create()
    form = {"username": user.email, "password": PASSWORD}

    response = client.post(reverse("login"), {**form, "next": reverse("profile")})
    assert response.headers["Location"] == reverse("profile")

    client.logout()
    response = client.post(reverse("login"), {**form, "next": "https://evil.example"})
    assert response.headers["Location"] == reverse("notes:list")


def test_the_profile_is_for_its_owner(client: Client) -> None:
    assert (
        client.get(reverse("profile")).headers["Location"].startswith(reverse("login"))
    )

    user = UserFactory.create(name="Ada")
    client.force_login(user)
    response = client.post(reverse("profile"), {"name": "Ada L."}, follow=True)

    user.refresh_from_db()
    assert user.name == "Ada L."
    assert "Your profile was saved." in response.text


def test_the_profile_writes_nothing_but_itself() -> None:
    user = UserFactory.create()
    User.objects.update(is_active=False)

    form = ProfileForm({"name": "Ada L."}, instance=user)
    form.save()

    user.refresh_from_db()
    assert (user.name, user.is_active) == ("Ada L.", False)


def test_changing_the_password(client: Client) -> None:
    user = UserFactory.create()
    client.force_login(user)
    new = "a wholly different one"

    response = client.post(
        reverse("password_change"),
        {"old_password": PASSWORD, "new_password1": new, "new_password2": new},
        follow=True,
    )

    assert "Your password was changed." in response.text
    assert client.login(username=user.email, password=new)


def test_a_forgotten_password_is_reset_by_mail(client: Client) -> None:
    user = UserFactory.create()
    new = "a wholly different one"

    response = client.post(
        reverse("password_reset"), {"email": user.email}, follow=True
    )
    assert "Look into your mail" in response.text

    (message,) = mail.outbox
    assert message.to == [user.email]
    found = re.search(r"http://testserver(\S+)", str(message.body))
    assert found
    page = client.get(found[1], follow=True)
    response = client.post(
        page.redirect_chain[-1][0],
        {"new_password1": new, "new_password2": new},
        follow=True,
    )
    assert "Your new password is set." in response.text
    assert client.login(username=user.email, password=new)

    assert "used already" in client.get(found[1], follow=True).text


def test_nobody_learns_whether_an_address_has_an_account(client: Client) -> None:
    response = client.post(
        reverse("password_reset"), {"email": "nobody@example.com"}, follow=True
    )

    assert "Look into your mail" in response.text
    assert mail.outbox == []

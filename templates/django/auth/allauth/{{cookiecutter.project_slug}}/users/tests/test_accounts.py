import re
from unittest.mock import patch

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.core.cache import cache
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from config.tests.test_commands import DEVELOPMENT, SECRET, manage
from users.models import User
from users.tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_limits_from_other_tests() -> None:
    cache.clear()


@pytest.fixture
def user() -> User:
    """Somebody whose address is verified."""
    user = UserFactory.create(email="ada@example.com")
    EmailAddress.objects.create(
        user=user, email=user.email, verified=True, primary=True
    )
    return user


def log_in(client: Client, email: str, password: str = PASSWORD) -> str:
    """Send the log-in form; return where it leads, or nothing."""
    response = client.post(
        reverse("account_login"), {"login": email, "password": password}
    )
    return response.headers.get("Location", "")


def test_an_account_begins_with_a_verified_address(client: Client) -> None:
    form = {"email": "Ada@example.com", "password1": PASSWORD, "password2": PASSWORD}
    response = client.post(reverse("account_signup"), form, follow=True)
    assert response.status_code == 200
    assert "<!doctype html>" in response.text
    client.get(reverse("notes:list"))
    assert log_in(client, "ada@example.com") == reverse(
        "account_email_verification_sent"
    )

    found = re.search(r"http://testserver(\S+)", str(mail.outbox[0].body))
    assert found
    client.post(found[1])

    assert User.objects.get().email == "ada@example.com"
    assert log_in(client, "ada@example.com") == reverse("notes:list")


def test_two_sign_up_with_one_address_at_the_same_moment(client: Client) -> None:
    form = {"email": "ada@example.com", "password1": PASSWORD, "password2": PASSWORD}

    with patch.object(User, "save", side_effect=IntegrityError):
        response = client.post(reverse("account_signup"), form)

    assert response.headers["Location"] == reverse("account_email_verification_sent")
    assert "already exists" in str(mail.outbox[0].body)


def test_log_in_and_log_out(client: Client, user: User) -> None:
    assert log_in(client, user.email, "wrong") == ""
    assert log_in(client, user.email.upper()) == reverse("notes:list")

    response = client.post(reverse("account_logout"), follow=True)
    assert not response.context["user"].is_authenticated


def test_a_second_factor_is_asked_for(client: Client, user: User) -> None:
    client.force_login(user)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    client.logout()

    assert log_in(client, user.email) == reverse("mfa_authenticate")
    assert client.get(reverse("notes:list")).status_code == 302
    url = reverse("mfa_authenticate")
    assert "Incorrect code" in client.post(url, {"code": "000000"}).text

    counter = next(iter(totp.yield_hotp_counters_from_time()))
    code = totp.format_hotp_value(totp.hotp_value(secret, counter))
    response = client.post(url, {"code": code})
    assert response.headers["Location"] == reverse("notes:list")
    assert get_adapter().is_mfa_enabled(user)


def test_the_admin_site_has_no_log_in_of_its_own(client: Client, user: User) -> None:
    User.objects.update(is_staff=True)
    form = {"username": user.email, "password": PASSWORD}

    response = client.post(reverse("admin:login"), form)

    assert response.headers["Location"].startswith(reverse("account_login"))
    assert client.get(reverse("admin:index")).status_code == 302
    log_in(client, user.email)
    assert client.get(reverse("admin:index")).status_code == 200


def test_limits_count_who_asks_and_not_the_proxy() -> None:
    show = "from allauth import app_settings; print(app_settings.TRUSTED_PROXY_COUNT)"
    variables = DEVELOPMENT | SECRET | {"NUM_PROXIES": "2"}

    result = manage("shell", "--command", show, **variables)

    assert result.stdout.splitlines()[-1] == "2"


@pytest.mark.parametrize(
    ("provider", "address"),
    [
        ("github", "https://github.com/login/oauth/authorize?client_id=github-client"),
        ("google", "https://accounts.google.com/o/oauth2/v2/auth?client_id=google-"),
    ],
)
def test_accounts_elsewhere(client: Client, provider: str, address: str) -> None:
    assert f"/accounts/{provider}/login/" in client.get(reverse("account_login")).text

    response = client.post(f"/accounts/{provider}/login/")

    assert response.headers["Location"].startswith(address)


@pytest.mark.parametrize(
    "name", ["account_email", "mfa_index", "socialaccount_connections"]
)
def test_the_pages_of_an_account_look_like_ours(
    client: Client, user: User, name: str
) -> None:
    client.force_login(user)

    page = client.get(reverse(name)).text

    assert '<main id="content"' in page
    assert "<script>" not in page

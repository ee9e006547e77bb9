import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from users.models import User
from users.tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def test_the_address_is_kept_and_found_in_lower_case() -> None:
    user = UserFactory.create(email="Ada@Example.com")

    user.refresh_from_db()
    assert user.email == "ada@example.com"
    assert User.objects.get(email="ADA@example.COM") == user


def test_logging_in_ignores_the_case_of_the_address() -> None:
    user = UserFactory.create(email="ada@example.com")

    assert authenticate(username="ADA@example.com", password=PASSWORD) == user
    assert authenticate(username="ada@example.com", password="wrong") is None


def test_one_account_per_address() -> None:
    UserFactory.create(email="ada@example.com")

    with pytest.raises(ValidationError, match="There is an account"):
        User(email="ADA@example.com", password="!").full_clean()
    with pytest.raises(IntegrityError):
        UserFactory.create(email="ADA@example.com")


def test_a_user_needs_an_address() -> None:
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("")


def test_without_a_password_nobody_can_log_in() -> None:
    assert not User.objects.create_user("ada@example.com").has_usable_password()


def test_a_superuser_may_do_everything() -> None:
    user = User.objects.create_superuser("root@example.com", PASSWORD)

    assert user.is_staff
    assert user.has_perm("users.delete_user")


@pytest.mark.parametrize(
    ("name", "shown"), [("Ada Lovelace", "Ada Lovelace"), ("", "ada@example.com")]
)
def test_a_user_is_shown_by_name_else_by_address(name: str, shown: str) -> None:
    assert str(User(email="ada@example.com", name=name)) == shown

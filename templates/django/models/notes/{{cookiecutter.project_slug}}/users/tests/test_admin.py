import pytest
from django.test import Client
from django.urls import reverse

from users.models import User
from users.tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client: Client) -> User:
    user = UserFactory.create(is_staff=True, is_superuser=True)
    client.force_login(user)
    return user


def test_the_admin_lists_and_finds_users(client: Client, staff: User) -> None:
    UserFactory.create(email="grace@example.com")

    response = client.get(reverse("admin:users_user_changelist"), {"q": "GRACE"})

    assert "grace@example.com" in response.text
    assert staff.email not in response.context["cl"].result_list.values_list(
        "email", flat=True
    )


def test_the_admin_adds_and_changes_users(client: Client, staff: User) -> None:
    response = client.post(
        reverse("admin:users_user_add"),
        {
            "email": "Grace@example.com",
            "name": "Grace",
            "usable_password": "true",
            "password1": PASSWORD,
            "password2": PASSWORD,
        },
    )

    user = User.objects.get(email="grace@example.com")
    change = reverse("admin:users_user_change", args=[user.pk])
    assert response.headers["Location"] == change
    assert client.get(change).status_code == 200
    history = client.get(reverse("admin:users_user_history", args=[user.pk]))
    assert staff.email in history.text
    assert "Added." in history.text


def test_the_admin_is_for_staff(client: Client) -> None:
    client.force_login(UserFactory.create())

    assert client.get(reverse("admin:index")).status_code == 302

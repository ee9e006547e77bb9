from unittest.mock import patch

import pytest
from django.db import IntegrityError

from config.api.tests.client import APIClient
from users.models import User
from users.tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

URL = "/api/v1/users/"


def log_in(api_client: APIClient, user: User) -> dict[str, str]:
    """Return the access and the refresh token that the password buys."""
    response = api_client.post(
        "/api/v1/auth/token/", {"email": user.email, "password": PASSWORD}
    )
    assert response.status_code == 200
    tokens: dict[str, str] = response.json()
    return tokens


def get_me(api_client: APIClient, access: str) -> int:
    headers = {"Authorization": f"Bearer {access}"}
    status: int = api_client.get(f"{URL}me/", headers=headers).status_code
    return status


class TestRegistration:
    def test_register_and_log_in(self, api_client: APIClient) -> None:
        response = api_client.post(
            URL, {"email": "Ada@example.com", "name": "Ada", "password": PASSWORD}
        )

        assert response.status_code == 201
        assert response.json().keys() == {"id", "email", "name"}
        user = User.objects.get(email="ada@example.com")
        assert get_me(api_client, log_in(api_client, user)["access"]) == 200
        user.refresh_from_db()
        assert user.last_login

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"email": "TAKEN@example.com"}, "email"),
            ({"email": "nonsense"}, "email"),
            ({"password": "123"}, "password"),
            ({"password": "ada@example.com"}, "password"),
            ({"password": "\ud800"}, "password"),
        ],
    )
    def test_what_is_not_valid(
        self, api_client: APIClient, changes: dict[str, str], field: str
    ) -> None:
        UserFactory.create(email="taken@example.com")
        data = {"email": "ada@example.com", "password": PASSWORD, **changes}

        response = api_client.post(URL, data)

        assert response.status_code == 400
        assert list(response.json()["error"]["fields"]) == [field]
        assert User.objects.count() == 1

    def test_two_at_the_same_moment(self, api_client: APIClient) -> None:
        data = {"email": "ada@example.com", "password": PASSWORD}

        with patch.object(User.objects, "create_user", side_effect=IntegrityError):
            response = api_client.post(URL, data)

        assert response.status_code == 400
        assert list(response.json()["error"]["fields"]) == ["email"]

    def test_nobody_makes_himself_staff(self, api_client: APIClient) -> None:
        data = {"email": "ada@example.com", "password": PASSWORD, "is_staff": True}

        api_client.post(URL, data)

        assert not User.objects.get().is_staff


class TestTokens:
    @pytest.mark.parametrize("password", [None, "\0", "\ud800"])
    def test_what_cannot_be_a_password(
        self, api_client: APIClient, password: str | None
    ) -> None:
        data = {"email": UserFactory.create().email, "password": password}

        response = api_client.post("/api/v1/auth/token/", data)

        assert response.status_code == 400
        assert list(response.json()["error"]["fields"]) == ["password"]

    def test_a_wrong_password(self, api_client: APIClient) -> None:
        data = {"email": UserFactory.create().email, "password": "wrong"}

        response = api_client.post("/api/v1/auth/token/", data)

        assert response.status_code == 401
        assert response.json()["error"]["status"] == 401

    def test_garbage_is_not_a_token(self, api_client: APIClient) -> None:
        headers = {"Authorization": "Bearer garbage"}

        assert get_me(api_client, "garbage") == 401
        change = api_client.patch(f"{URL}me/", {"name": "Evil"}, headers=headers)
        assert change.status_code == 401

    def test_a_refresh_token_works_once(self, api_client: APIClient) -> None:
        tokens = log_in(api_client, UserFactory.create())
        url = "/api/v1/auth/token/refresh/"

        first = api_client.post(url, {"refresh": tokens["refresh"]})
        assert get_me(api_client, first.json()["access"]) == 200
        assert api_client.post(url, {"refresh": tokens["refresh"]}).status_code == 401
        rotated = {"refresh": first.json()["refresh"]}
        assert api_client.post(url, rotated).status_code == 200

    def test_log_out(self, api_client: APIClient) -> None:
        refresh = {"refresh": log_in(api_client, UserFactory.create())["refresh"]}

        revoked = api_client.post("/api/v1/auth/token/revoke/", refresh)
        assert revoked.status_code == 200
        again = api_client.post("/api/v1/auth/token/refresh/", refresh)
        assert again.status_code == 401

    def test_a_new_password_ends_every_session(self, api_client: APIClient) -> None:
        user = UserFactory.create()
        access = log_in(api_client, user)["access"]

        user.set_password("a wholly different one")
        user.save()

        assert get_me(api_client, access) == 401

    def test_who_is_switched_off_is_out(self, api_client: APIClient) -> None:
        user = UserFactory.create()
        access = log_in(api_client, user)["access"]

        User.objects.update(is_active=False)

        assert get_me(api_client, access) == 401

    def test_who_is_deleted_is_out(self, api_client: APIClient) -> None:
        user = UserFactory.create()
        tokens = log_in(api_client, user)

        user.delete()

        assert get_me(api_client, tokens["access"]) == 401
        refresh = {"refresh": tokens["refresh"]}
        again = api_client.post("/api/v1/auth/token/refresh/", refresh)
        assert again.status_code == 401

    def test_the_session_of_the_admin_site_counts_and_is_safe(self) -> None:
        client = APIClient(enforce_csrf_checks=True)
        client.force_login(UserFactory.create())

        assert client.get(f"{URL}me/").status_code == 200
        assert client.patch(f"{URL}me/", {"name": "Evil"}).status_code == 403


class TestMe:
    def test_see_and_change_your_own_account(self, api_client: APIClient) -> None:
        user = UserFactory.create(email="ada@example.com")
        api_client.force_authenticate(user)
        url = f"{URL}me/"

        assert api_client.get(url).json()["email"] == "ada@example.com"

        data = {"name": "Ada L.", "email": "other@example.com"}
        assert api_client.patch(url, data).status_code == 200
        user.refresh_from_db()
        assert (user.name, user.email) == ("Ada L.", "ada@example.com")
        assert api_client.put(url, data).status_code == 405

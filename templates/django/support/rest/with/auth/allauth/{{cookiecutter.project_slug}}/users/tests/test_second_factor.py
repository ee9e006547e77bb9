import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from config.api.tests.client import APIClient
from users.tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def test_a_password_is_not_enough_past_a_second_factor(api_client: APIClient) -> None:
    user = UserFactory.create()
    TOTP.activate(user, generate_totp_secret())

    response = api_client.post(
        "/api/v1/auth/token/", {"email": user.email, "password": PASSWORD}
    )

    assert response.status_code == 401

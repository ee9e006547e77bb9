from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from rest_framework_simplejwt.exceptions import TokenError

from tokens.models import RevokedToken
from tokens.refresh import OneTimeRefreshToken
from users.tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_of_two_at_the_same_moment_one_gets_new_tokens() -> None:
    text: Any = str(OneTimeRefreshToken.for_user(UserFactory.create()))
    first, second = OneTimeRefreshToken(text), OneTimeRefreshToken(text)

    first.blacklist()

    with pytest.raises(TokenError):
        second.blacklist()
    assert RevokedToken.objects.count() == 1


def test_a_revoked_token_is_kept_until_it_would_have_expired() -> None:
    token = OneTimeRefreshToken.for_user(UserFactory.create())

    token.blacklist()

    revoked = RevokedToken.objects.get()
    assert revoked.expires_at > timezone.now() + timedelta(days=13)
    assert str(revoked).startswith(token["jti"])
    backend: Any = connection
    indexes = backend.database["tokens_revokedtoken"].index_information()
    assert indexes["expired"]["expireAfterSeconds"] == 0

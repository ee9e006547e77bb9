from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from tokens.models import RevokedToken
from users.api.tokens import OneTimeRefreshToken
from users.tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_a_revoked_token_is_kept_until_it_would_have_expired() -> None:
    token = OneTimeRefreshToken.for_user(UserFactory.create())

    token.blacklist()

    revoked = RevokedToken.objects.get()
    assert revoked.expires_at > timezone.now() + timedelta(days=13)
    assert str(revoked).startswith(token["jti"])
    backend: Any = connection
    indexes = backend.database["tokens_revokedtoken"].index_information()
    assert indexes["expired"]["expireAfterSeconds"] == 0

from typing import Any

import pytest
from rest_framework_simplejwt.exceptions import TokenError

from users.api.tokens import OneTimeRefreshToken
from users.tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_of_two_at_the_same_moment_one_gets_new_tokens() -> None:
    text: Any = str(OneTimeRefreshToken.for_user(UserFactory.create()))
    first, second = OneTimeRefreshToken(text), OneTimeRefreshToken(text)

    first.blacklist()

    with pytest.raises(TokenError):
        second.blacklist()

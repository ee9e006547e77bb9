import pytest

from tokens.services import issue, trade
from users.tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_a_refresh_token_is_shown_by_its_user_and_end() -> None:
    user = UserFactory.create(name="Ada")
    issue(user)

    assert str(user.refresh_tokens.get()).startswith("Ada, 20")


def test_a_refresh_token_ends_with_the_password() -> None:
    user = UserFactory.create()
    refresh = issue(user).refresh
    user.set_password("a wholly different one")
    user.save()

    assert trade(refresh) is None

import pytest

from users.api.serializers import UserSerializer
from users.models import User
from users.tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_a_change_of_the_account_writes_nothing_else() -> None:
    user = UserFactory.create()
    User.objects.update(is_active=False)

    serializer = UserSerializer(user, {"name": "Ada L."})
    serializer.is_valid(raise_exception=True)
    serializer.save()

    user.refresh_from_db()
    assert (user.name, user.is_active) == ("Ada L.", False)

from typing import Any

from factory.declarations import Sequence
from factory.django import DjangoModelFactory

from users.models import User

PASSWORD = "correct horse battery staple"


class UserFactory(DjangoModelFactory[User]):
    """A user who logs in with PASSWORD."""

    class Meta:
        model = User

    email = Sequence(lambda number: f"user{number}@example.com")
    name = Sequence(lambda number: f"User {number}")
    password = PASSWORD

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        return model_class.objects.create_user(*args, **kwargs)

from typing import Any

from django.test import Client

from users.models import User

JSON = "application/json"


class APIClient:
    """A client that speaks JSON, as whoever `force_authenticate` names."""

    def __init__(self, *, enforce_csrf_checks: bool = False) -> None:
        self.client = Client(enforce_csrf_checks=enforce_csrf_checks)
        self.force_login = self.client.force_login

    def force_authenticate(self, user: User) -> None:
        self.client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {access_token(user)}"

    def get(self, path: str, data: Any = None, **options: Any) -> Any:
        return self.client.get(path, data, **options)

    def post(self, path: str, data: Any = None, **options: Any) -> Any:
        return self.client.post(path, data, content_type=JSON, **options)

    def put(self, path: str, data: Any = None, **options: Any) -> Any:
        return self.client.put(path, data or {}, content_type=JSON, **options)

    def patch(self, path: str, data: Any = None, **options: Any) -> Any:
        return self.client.patch(path, data or {}, content_type=JSON, **options)

    def delete(self, path: str, data: Any = None, **options: Any) -> Any:
        return self.client.delete(path, data or {}, content_type=JSON, **options)


def access_token(user: User) -> str:
    """Return a token that is good for the next minutes."""
    # slot: tests.access_token

from typing import Any

from django.test import Client

from tokens.services import issue
from users.models import User


class APIClient:
    """A client that speaks JSON, as whoever `force_authenticate` names."""

    def __init__(self, *, enforce_csrf_checks: bool = False) -> None:
        self.client = Client(enforce_csrf_checks=enforce_csrf_checks)
        self.force_login = self.client.force_login

    def force_authenticate(self, user: User) -> None:
        self.client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {issue(user).access}"

    def get(self, path: str, data: Any = None, **options: Any) -> Any:
        return self.client.get(path, data, **options)

    def delete(self, path: str, data: Any = None) -> Any:
        return self.client.delete(path, data or {}, content_type="application/json")

    def post(self, path: str, data: Any = None) -> Any:
        return self.client.post(path, data, content_type="application/json")

    def put(self, path: str, data: Any = None) -> Any:
        return self.client.put(path, data or {}, content_type="application/json")

    def patch(self, path: str, data: Any = None) -> Any:
        return self.client.patch(path, data or {}, content_type="application/json")

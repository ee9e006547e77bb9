from typing import Any

from django.test import Client


class APIClient:
    """A client that speaks JSON."""

    def __init__(self) -> None:
        self.client = Client()

    def get(self, path: str, **options: Any) -> Any:
        return self.client.get(path, **options)

    def post(self, path: str, data: Any = None, **options: Any) -> Any:
        return self.client.post(path, data, content_type="application/json", **options)

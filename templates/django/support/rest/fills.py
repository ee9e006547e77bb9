# fill: tests.fixtures
import pytest

from config.api.tests.client import APIClient


@pytest.fixture
def api_client() -> APIClient:
    """Return a client that speaks JSON."""
    return APIClient()

# fill: settings.concerns
from config.settings.cache import *

# fill: settings.cache_section
# Cache

# slot: settings.cache

# fill: settings.cache
from typing import Any

from config.env import env

CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}
# Without it (development) each process caches in its own memory.
if env.str("REDIS_URL", default=""):
    CACHES["default"] = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env.str("REDIS_URL"),
        # A server that does not answer must not hold up every request.
        "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 2},
        "KEY_PREFIX": "{{ cookiecutter.package }}",
    }
# slot: settings.session_cache

# fill: settings.test
# Each test starts with an empty cache; test_cache.py tries the real one.
PRODUCTION_CACHES = dict(CACHES)
CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}

# fill: health.checks
from django.core.cache import cache


def check_cache() -> None:
    """Raise unless the cache gives back what it was given."""
    cache.set("readyz", "ok", timeout=10)
    if cache.get("readyz") != "ok":
        raise OSError("The cache forgets what it is told.")

# fill: health.registry
CHECKS["cache"] = check_cache

# fill: health.tests
from django.core.cache import cache


def test_not_ready_when_the_cache_is_gone(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "CHECKS", {"cache": health.check_cache})
    monkeypatch.setattr(cache, "get", lambda key: None)

    assert client.get("/readyz").json()["checks"] == {"cache": "failed"}

# fill: tests.fixtures
from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    """Let no test see what another one has cached."""
    yield
    cache.clear()

"""The cache in production, with an imitation of Redis inside the test process."""

from django.core.cache import cache
from fakeredis import FakeRedisConnection, FakeServer
from pytest_django import Settings


def test_the_cache_speaks_to_redis(settings: Settings) -> None:
    production = settings.PRODUCTION_CACHES["default"]
    imitation = {"connection_class": FakeRedisConnection, "server": FakeServer()}
    settings.CACHES = {
        "default": production | {"OPTIONS": production["OPTIONS"] | imitation}
    }

    cache.set("greeting", {"text": "hello"}, timeout=60)

    assert cache.get("greeting") == {"text": "hello"}
    assert cache.get("nothing") is None
    cache.clear()
    assert cache.get("greeting") is None

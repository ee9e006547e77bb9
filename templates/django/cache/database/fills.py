# fill: settings.concerns
from config.settings.cache import *

# fill: settings.cache_section
# Cache

# slot: settings.cache

# fill: settings.cache
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",  # the table, made by a migration of the app users
    }
}

# fill: settings.test
# Each test starts with an empty cache; test_cache.py tries the real one.
PRODUCTION_CACHES = dict(CACHES)
CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}

# fill: tests.fixtures
from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    """Let no test see what another one has cached."""
    yield
    cache.clear()

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from pytest_django import Settings


@pytest.mark.django_db
def test_the_cache_is_a_table_of_the_database(settings: Settings) -> None:
    settings.CACHES = settings.PRODUCTION_CACHES
    call_command("createcachetable", verbosity=0)

    cache.set("greeting", "hello")

    assert cache.get("greeting") == "hello"
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM cache")
        assert cursor.fetchone() == (1,)

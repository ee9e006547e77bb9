# fill: settings.database
from urllib.parse import urlsplit

from config.env import env

DATABASE_URL = env.str("DATABASE_URL")
DATABASES = {
    "default": {
        "ENGINE": "django_mongodb_backend",
        "HOST": DATABASE_URL,
        "NAME": urlsplit(DATABASE_URL).path.strip("/"),
    }
}

# fill: settings.auto_field
DEFAULT_AUTO_FIELD = "django_mongodb_backend.fields.ObjectIdAutoField"
# Django's own migrations give integer keys: see config/apps.py.
MIGRATION_MODULES = {
    "admin": "mongo_migrations.admin",
    "auth": "mongo_migrations.auth",
    "contenttypes": "mongo_migrations.contenttypes",
}

# fill: settings.test_environment
import os

# Without a DATABASE_URL of its own the test run starts a stand-in: see conftest.py.
STAND_IN = "DATABASE_URL" not in os.environ
os.environ.setdefault("DATABASE_URL", "mongodb://127.0.0.1:27017/test")

# fill: tests.fixtures
import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import connection


def pytest_report_header() -> str:
    """Say which database the tests run on."""
    if settings.STAND_IN:
        return "database: a stand-in for MongoDB; set DATABASE_URL to test on a server"
    return "database: a new one beside the one that DATABASE_URL names"


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """Start the stand-in before the first test that needs the database."""
    if not settings.STAND_IN:
        yield
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = Path(sysconfig.get_path("scripts"), "secantusd-py")
    server = subprocess.Popen(  # noqa: S603
        [program, "--storage-path", ":memory:", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        connection.settings_dict["HOST"] = f"mongodb://127.0.0.1:{port}/test"
        yield
        backend: Any = connection
        backend.close_pool()
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture(scope="session", autouse=True)
def lasting_permissions() -> Iterator[None]:
    """Let content types and permissions outlive a test, as migrations leave them.

    There are no transactions to roll back: after each test every collection is
    emptied, and making these two anew would take longer than most tests.
    """
    lasting = {"auth_permission", "django_content_type"}
    operations: Any = connection.ops
    empty = operations.execute_sql_flush
    with (
        patch("django.core.management.commands.flush.emit_post_migrate_signal"),
        patch.object(
            operations,
            "execute_sql_flush",
            lambda collections: empty([c for c in collections if c not in lasting]),
        ),
    ):
        yield


def wait_for(port: int) -> None:
    """Return when somebody listens there."""
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("The stand-in for MongoDB did not start within 10 seconds.")

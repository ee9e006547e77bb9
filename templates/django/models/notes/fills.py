# fill: settings.contrib_apps
"django.contrib.admin",
"django.contrib.auth",
"django.contrib.contenttypes",
"django.contrib.sessions",
"django.contrib.messages",

# fill: settings.own_apps
"users",
"notes",

# fill: settings.middleware_session
"django.contrib.sessions.middleware.SessionMiddleware",

# fill: settings.middleware_auth
"django.contrib.auth.middleware.AuthenticationMiddleware",

# fill: settings.middleware_after_auth
"django.contrib.messages.middleware.MessageMiddleware",

# fill: settings.context_processors
"django.contrib.auth.context_processors.auth",
"django.contrib.messages.context_processors.messages",

# fill: settings.concerns
from config.settings.auth import *
from config.settings.database import *



# fill: settings.auth
AUTH_USER_MODEL = "users.User"
# slot: settings.auth_backends
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in [
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    ]
]
# slot: settings.auth_urls many

# fill: settings.test_environment
import os

# Without a DATABASE_URL of its own the test run needs no server.
os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")

# fill: settings.test
# Hashing that is slow on purpose would be most of the time a test takes.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# fill: urls.setup
from django.contrib import admin

admin.site.site_header = admin.site.site_title = "{{ cookiecutter.project_name }}"

# fill: urls.first
from django.contrib import admin
from django.urls import path

path("admin/", admin.site.urls),

# fill: health.checks
from django.db import DatabaseError, connection


def check_database() -> None:
    """Raise unless the database answers."""
    connection.ensure_connection()
    if not connection.is_usable():
        connection.close()
        raise DatabaseError("The connection to the database is broken.")

# fill: health.registry
CHECKS["database"] = check_database

# fill: health.tests
from django.db import connection


@pytest.mark.django_db
def test_ready(client: Client) -> None:
    response = client.get("/readyz")

    assert response.status_code == 200
    assert set(response.json()["checks"].values()) == {"ok"}


@pytest.mark.django_db
def test_not_ready_when_the_database_is_gone(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "is_usable", lambda: False)
    monkeypatch.setattr(connection, "close", lambda: None)

    assert client.get("/readyz").json()["checks"]["database"] == "failed"

# fill: tests.commands
def test_no_migration_is_missing() -> None:
    result = manage("makemigrations", "--check", **DEVELOPMENT, **SECRET)

    assert result.returncode == 0, result.stdout

# fill: tests.fixtures
def pytest_report_header() -> str:
    """Say which database the tests run on."""
    # slot: tests.database_header

# fill: settings.auth_section
# Users

# slot: settings.auth

# fill: settings.database_section
# Database

# slot: settings.database

# slot: settings.auto_field

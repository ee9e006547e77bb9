# fill: settings.contrib_apps
"django.contrib.admin",
"django.contrib.auth",
"django.contrib.contenttypes",
"django.contrib.sessions",
"django.contrib.messages",

# fill: settings.auto_field
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# fill: settings.test_environment
import os

# Without a DATABASE_URL of its own the test run needs no server.
os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")

# fill: health.checks
from django.db import DatabaseError, connection


def check_database() -> None:
    """Raise unless the database answers."""
    connection.ensure_connection()
    if not connection.is_usable():
        connection.close()
        raise DatabaseError("The connection to the database is broken.")

# fill: health.tests
from django.db import connection


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

# fill: migrations.key
models.BigAutoField(
    auto_created=True,
    primary_key=True,
    serialize=False,
    verbose_name="ID",
),

# fill: migrations.auth
("auth", "0012_alter_user_first_name_max_length"),

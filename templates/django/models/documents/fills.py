# fill: settings.contrib_apps
"django.contrib.messages",

# fill: settings.own_apps
"notes",

# fill: settings.middleware_session
"django.contrib.sessions.middleware.SessionMiddleware",

# fill: settings.middleware_after_auth
"django.contrib.messages.middleware.MessageMiddleware",

# fill: settings.context_processors
"django.contrib.messages.context_processors.messages",

# fill: settings.concerns
from config.settings.database import *
from config.settings.extensions import *

# fill: settings.database_section
# Database

# slot: settings.database
# slot: settings.auto_field

# fill: settings.extensions
# Sessions live in signed cookies: nothing secret in there.
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"

# fill: urls.patterns
from django.urls import include, path

path("notes/", include("notes.urls")),

# fill: health.checks
from django.db import connection


def check_database() -> None:
    """Raise unless the database answers."""
    connection.ensure_connection()
    connection.connection.admin.command("ping")

# fill: health.registry
CHECKS["database"] = check_database

# fill: health.tests
@pytest.mark.django_db
def test_ready(client: Client) -> None:
    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json()["checks"]["database"] == "ok"

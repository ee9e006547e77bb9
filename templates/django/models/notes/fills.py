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

# fill: health.tests
@pytest.mark.django_db
def test_ready(client: Client) -> None:
    response = client.get("/readyz")

    assert response.status_code == 200
    assert set(response.json()["checks"].values()) == {"ok"}

# fill: health.registry
CHECKS["database"] = check_database

# fill: settings.auth_section
# Users

# slot: settings.auth

# fill: settings.database_section
# Database

# slot: settings.database

# slot: settings.auto_field

# fill: config.init
import django_stubs_ext

# Lets classes of Django be written as mypy reads them, e.g. ModelAdmin[Note].
django_stubs_ext.monkeypatch()

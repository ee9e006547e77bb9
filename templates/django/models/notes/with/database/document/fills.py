# fill: settings.contrib_apps
"config.apps.MongoAdminConfig",
"config.apps.MongoAuthConfig",
"config.apps.MongoContentTypesConfig",
"django.contrib.sessions",
"django.contrib.messages",

# fill: models.key
from django_mongodb_backend.fields import ObjectIdAutoField

id = ObjectIdAutoField(primary_key=True)

# fill: urls.setup
from django.urls import register_converter

from config.converters import ObjectIdConverter

register_converter(ObjectIdConverter, "object_id")

# fill: health.checks
from django.db import connection


def check_database() -> None:
    """Raise unless the database answers."""
    connection.ensure_connection()
    connection.connection.admin.command("ping")

# fill: tests.commands
from django.core.management import call_command


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True)

# fill: users.admin_permissions
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import ManyToManyField
from django.forms import ModelMultipleChoiceField
from django.http import HttpRequest


def formfield_for_manytomany(
    self,
    db_field: ManyToManyField[Any, Any],
    request: HttpRequest,
    **kwargs: Any,
) -> ModelMultipleChoiceField[Any] | None:
    """Sort permissions by name: sorting by their apps would join them all first."""
    if db_field.name == "user_permissions":
        kwargs["queryset"] = Permission.objects.order_by("codename")
    return super().formfield_for_manytomany(db_field, request, **kwargs)

# fill: migrations.key
import django_mongodb_backend.fields

django_mongodb_backend.fields.ObjectIdAutoField(
    primary_key=True, serialize=False
),

# fill: migrations.auth
("auth", "0001_initial"),

"""Django's own apps that have models, with ObjectIds for keys.

Their migrations, which give every table integer keys, are replaced by those in
mongo_migrations/ (MIGRATION_MODULES in the settings). When a new release of Django
changes these models, `makemigrations` writes the difference there.
"""

from django.contrib.admin.apps import AdminConfig
from django.contrib.auth.apps import AuthConfig
from django.contrib.contenttypes.apps import ContentTypesConfig

OBJECT_ID = "django_mongodb_backend.fields.ObjectIdAutoField"


class MongoAdminConfig(AdminConfig):
    default_auto_field = OBJECT_ID


class MongoAuthConfig(AuthConfig):
    default_auto_field = OBJECT_ID


class MongoContentTypesConfig(ContentTypesConfig):
    default_auto_field = OBJECT_ID

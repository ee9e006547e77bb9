from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def create_cache_table(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Do what `manage.py createcachetable` does: `migrate` is all there is to run."""
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("users", "0001_initial")]

    operations = [
        # The table may stay: it is found and left alone on the way forward again.
        migrations.RunPython(create_cache_table, migrations.RunPython.noop)
    ]

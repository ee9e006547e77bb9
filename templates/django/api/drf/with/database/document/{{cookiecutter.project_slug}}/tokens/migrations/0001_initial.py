from typing import Any

from django.db import migrations, models

COLLECTION, INDEX = "tokens_revokedtoken", "expired"


def forget_what_expired(apps: Any, schema_editor: Any) -> None:
    """Let MongoDB delete every document at the moment that its `expires_at` names."""
    collection = schema_editor.connection.database[COLLECTION]
    collection.create_index("expires_at", name=INDEX, expireAfterSeconds=0)


def keep_what_expired(apps: Any, schema_editor: Any) -> None:
    schema_editor.connection.database[COLLECTION].drop_index(INDEX)


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="RevokedToken",
            fields=[
                (
                    "jti",
                    models.CharField(
                        max_length=32,
                        primary_key=True,
                        serialize=False,
                        verbose_name="token's own id",
                    ),
                ),
                ("expires_at", models.DateTimeField(verbose_name="expires")),
            ],
            options={
                "verbose_name": "revoked token",
                "verbose_name_plural": "revoked tokens",
            },
        ),
        migrations.RunPython(forget_what_expired, keep_what_expired),
    ]

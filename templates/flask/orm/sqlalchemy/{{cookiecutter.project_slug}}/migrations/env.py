"""What `flask db` runs to change the database, or to write migrations."""

from typing import Any

from alembic import context
from flask import current_app

migrate = current_app.extensions["migrate"]


def run(**target: Any) -> None:
    """Run the migrations on a connection, or write them as SQL."""
    context.configure(
        target_metadata=migrate.db.metadata, **target, **migrate.configure_args
    )
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    run(url=migrate.db.engine.url, literal_binds=True)
else:
    with migrate.db.engine.connect() as connection:
        run(connection=connection)

"""What `flask db` runs to change the database, or to write migrations."""

from typing import Any

from alembic import context
from alembic.util import CommandError
from flask import current_app
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

migrate = current_app.extensions["migrate"]


def run(**target: Any) -> None:
    """Run the migrations on a connection, or write them as SQL."""
    context.configure(
        target_metadata=migrate.db.metadata, **target, **migrate.configure_args
    )
    with context.begin_transaction():
        context.run_migrations()


def connect() -> Connection:
    """Connect to the database; what hinders us is one line, and says what to do."""
    try:
        connection: Connection = migrate.db.engine.connect()
    except DBAPIError as error:
        reason = " ".join(str(error.orig).split())
        raise CommandError(
            f"DATABASE_URL leads to no database ({reason}); "
            # slot: migrations.remedy
        ) from error
    return connection


if context.is_offline_mode():
    run(url=migrate.db.engine.url, literal_binds=True)
else:
    with connect() as connection:
        run(connection=connection)

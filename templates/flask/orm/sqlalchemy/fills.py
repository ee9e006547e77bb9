# fill: config.values
"SQLALCHEMY_DATABASE_URI": database_url(environ),
"SQLALCHEMY_ENGINE_OPTIONS": {
    # Connections are tested before use and replaced after half an hour.
    "pool_pre_ping": True,
    "pool_recycle": 1800,
    # What people wrote stays out of the log of production.
    "hide_parameters": not debug,
},

# fill: config.helpers
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError


def database_url(environ: Mapping[str, str]) -> URL:
    """Read where the database is."""
    try:
        url = make_url(environ.get("DATABASE_URL", ""))
        # slot: database.url
        url.get_dialect().import_dbapi()
    except (ArgumentError, ImportError, ValueError) as error:
        reason = str(error).replace("\n", " ")
        raise ConfigError(
            f"DATABASE_URL is missing or cannot be used ({reason}); "
            ".env.example shows what it looks like."
        ) from None
    return url

# fill: extensions
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy(model_class=Base)
# slot: database.events

# fill: models.base
from datetime import UTC, datetime
from typing import Literal

from alembic.autogenerate.api import AutogenContext
from sqlalchemy import DateTime, Dialect, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    """The base of all models."""

    # With names, migrations can find constraints again.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class UTCDateTime(TypeDecorator[datetime]):
    """A moment. It comes back in UTC even where the database keeps no time zone."""

    # slot: models.moment
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Turn any time zone into UTC."""
        return value and value.astimezone(UTC)

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Give the time zone back."""
        if value is not None and value.tzinfo is None:
            return value.replace(tzinfo=UTC)
        return value and value.astimezone(UTC)


# slot: models.types


def render_item(
    kind: str, item: object, context: AutogenContext
) -> str | Literal[False]:
    """Write column types of our own into new migrations, and import them there."""
    name = type(item).__name__
    if kind == "type" and type(item).__module__ == __name__:
        context.imports.add(f"from {__name__} import {name}")
        return f"{name}()"
    return False


def now() -> datetime:
    """Tell the time as models keep it."""
    return datetime.now(UTC)

# fill: models.note
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column


class Note(Base):
    """A note, the example."""

    __tablename__ = "notes"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    title: Mapped[str] = mapped_column(String(200))
    # slot: models.note_body
    # slot: models.note_owner
    # slot: models.note_columns many
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now, index=True)
    updated_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now, onupdate=now)

# fill: models.user_body
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column
from werkzeug.security import check_password_hash, generate_password_hash

"""Somebody who may log in."""

__tablename__ = "users"

id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
# In lower case, so that nobody signs up twice.
email: Mapped[str] = mapped_column(String(254), unique=True)
password_hash: Mapped[str] = mapped_column(String(255))
# slot: models.user_columns many
created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)


def set_password(self, password: str) -> None:
    """Keep a password, as a hash."""
    self.password_hash = generate_password_hash(password)


def check_password(self, password: str) -> bool:
    """Say whether this is the password."""
    return check_password_hash(self.password_hash, password)

# fill: app.init
from flask_migrate import Migrate

db.init_app(app)
Migrate(app, db, render_item=render_item)

# fill: app.last
app.cli.add_command(seed)

# fill: gunicorn.workers
workers = 2

# fill: health.check
from flask import current_app
from sqlalchemy import literal, select
from sqlalchemy.exc import SQLAlchemyError

try:
    db.session.execute(select(literal(1)))
except SQLAlchemyError:
    current_app.logger.exception("The database does not answer")
    return {"status": "no database"}, 503

# fill: notes.find
from sqlalchemy import select

query = select(Note).order_by(Note.created_at.desc(), Note.id)
# slot: notes.only_mine
# slot: notes.find_page
notes, total = found.items, found.total or 0

# fill: notes.insert
note = Note(**data)
# slot: notes.owner
db.session.add(note)
db.session.commit()

# fill: notes.update
for name, value in data.items():
    setattr(note, name, value)
db.session.commit()

# fill: notes.delete
db.session.delete(note)
db.session.commit()

# fill: commands
import click
from flask.cli import with_appcontext


@click.command()
@with_appcontext
def seed() -> None:
    """Keep a few notes to look at."""
    # slot: seed.user
    for title in ("Buy milk", "Call Ada", "Read the log"):
        note = Note(title=title, body="An example.")
        # slot: seed.owner
        db.session.add(note)
    db.session.commit()
    # slot: seed.done

# fill: tests.helpers
from collections.abc import Iterator

from flask_migrate import downgrade, upgrade

# slot: tests.server_helpers

# fill: tests.environ
"DATABASE_URL": database_for_tests(),

# fill: tests.database
@pytest.fixture(scope="session", autouse=True)
def migrations(app: Flask) -> Iterator[None]:
    """Bring the database up to date as production does, with the migrations."""
    with app.app_context():
        upgrade()
    yield
    with app.app_context():
        downgrade(revision="base")
        db.engine.dispose()


@pytest.fixture(autouse=True)
def empty_tables(app: Flask, migrations: None) -> Iterator[None]:
    """Leave no row to the next test."""
    yield
    with app.app_context():
        for table in reversed(db.metadata.sorted_tables):
            db.session.execute(table.delete())
        db.session.commit()

# fill: tests.health
import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError


def test_without_database_no_requests_can_be_served(
    client: FlaskClient, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("SELECT 1", None, Exception("gone"))

    monkeypatch.setattr(db.session, "execute", fail)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json == {"status": "no database"}
    assert client.get("/healthz").status_code == 200

# fill: tests.bad_settings
("DATABASE_URL", ""),
("DATABASE_URL", "not an address"),
("DATABASE_URL", "nosuchdatabase://127.0.0.1/app"),
("DATABASE_URL", "sqlite://127.0.0.1:port/app"),

# fill: tests.own_database
import os

from sqlalchemy import create_engine, text


def database_for_tests() -> str:
    """Say where the tests run: on SQLite, or in a new database on a server."""
    if "DATABASE_URL" not in os.environ:
        return "sqlite://"
    url = database_url(os.environ)
    name = f"{url.database}_test"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        quoted = connection.dialect.identifier_preparer.quote(name)
        connection.execute(text(f"DROP DATABASE IF EXISTS {quoted}"))
        connection.execute(text(f"CREATE DATABASE {quoted}"))
    server.dispose()
    return url.set(database=name).render_as_string(hide_password=False)


def pytest_report_header() -> str:
    """Tell it in the first lines of the report."""
    if "DATABASE_URL" in os.environ:
        return "database: a new one beside the one that DATABASE_URL names"
    return "database: SQLite in memory; set DATABASE_URL to test on a server"

# fill: tests.closed_port
import socket
from collections.abc import Iterator


@pytest.fixture
def nowhere() -> Iterator[str]:
    """Hold a port on which nobody listens, and return its address."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
        # slot: tests.nowhere_address

# fill: errors.handlers
# slot: errors.gone

# fill: errors.register
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError

app.register_error_handler(ObjectDeletedError, handle_gone)
app.register_error_handler(StaleDataError, handle_gone)

# fill: errors.roll_back
db.session.rollback()

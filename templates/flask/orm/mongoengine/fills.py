# fill: config.values
"DATABASE_URL": database_url(environ),

# fill: config.helpers
from pymongo.errors import PyMongoError
from pymongo.uri_parser import parse_uri


def database_url(environ: Mapping[str, str]) -> str:
    """Read where the database is."""
    url = environ.get("DATABASE_URL", "")
    try:
        named = parse_uri(url)["database"]
    except (PyMongoError, ValueError) as error:
        raise ConfigError(f"DATABASE_URL cannot be used: {error}") from None
    if not named:
        raise ConfigError("DATABASE_URL names no database: add /its-name at the end.")
    return url

# fill: models.base
from datetime import UTC, datetime

from flask import Flask
from mongoengine import connect


def init_database(app: Flask) -> None:
    """Name the server to all models; they connect when they need it."""
    connect(
        host=app.config["DATABASE_URL"],
        connect=False,
        serverSelectionTimeoutMS=5_000,
        tz_aware=True,
        uuidRepresentation="standard",
    )


def now() -> datetime:
    """Tell the time as it is kept: in UTC, to the millisecond."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)

# fill: models.note
from uuid import uuid4

import mongoengine as me


class Note(me.Document):
    """A note, the example."""

    # slot: models.note_meta
    id = me.UUIDField(binary=False, primary_key=True, default=uuid4)
    title = me.StringField(required=True, max_length=200)
    body = me.StringField(default="")
    # slot: models.note_owner
    # slot: models.note_columns many
    created_at = me.DateTimeField(default=now)
    updated_at = me.DateTimeField(default=now)

# fill: models.user_body
from uuid import uuid4

import mongoengine as me
from werkzeug.security import check_password_hash, generate_password_hash

"""Somebody who may log in."""

meta = {"collection": "users"}
id = me.UUIDField(binary=False, primary_key=True, default=uuid4)
# In lower case, so that nobody signs up twice.
email = me.StringField(required=True, max_length=254, unique=True)
password_hash = me.StringField(required=True)
# slot: models.user_columns many
created_at = me.DateTimeField(default=now)

def set_password(self, password: str) -> None:
    """Keep a password, as a hash."""
    self.password_hash = generate_password_hash(password)

def check_password(self, password: str) -> bool:
    """Say whether this is the password."""
    return check_password_hash(self.password_hash, password)

# fill: app.init
init_database(app)

# fill: app.last
app.cli.add_command(seed)

# fill: health.check
from flask import current_app
from mongoengine import get_db
from pymongo.errors import PyMongoError

try:
    get_db().command("ping")
except PyMongoError:
    current_app.logger.exception("The database does not answer")
    return {"status": "no database"}, 503

# fill: notes.find
query = Note.objects.order_by("-created_at", "id")
# slot: notes.only_mine
# slot: notes.find_page

# fill: notes.insert
note = Note(**data)
# slot: notes.owner
note.save(force_insert=True)

# fill: notes.update
for name, value in data.items():
    setattr(note, name, value)
note.updated_at = now()
# Without a condition, a note that is being deleted would come back.
note.save(save_condition={"id": note.id})

# fill: notes.delete
note.delete()

# fill: gunicorn.workers
workers = 2

# fill: commands
import click


@click.command()
def seed() -> None:
    """Keep a few notes to look at."""
    # slot: seed.user
    for title in ("Buy milk", "Call Ada", "Read the log"):
        note = Note(title=title, body="An example.")
        # slot: seed.owner
        note.save(force_insert=True)
    # slot: seed.done

# fill: tests.helpers
import os
from collections.abc import Iterator
from urllib.parse import urlsplit

import mongomock
from mongoengine import disconnect_all, get_db


def database_for_tests() -> str:
    """Say where the tests run: in this process, or beside a database on a server."""
    url = urlsplit(os.environ.get("DATABASE_URL", "mongodb://127.0.0.1/notes"))
    return url._replace(path=f"{url.path}_test").geturl()


def pytest_report_header() -> str:
    """Tell it in the first lines of the report."""
    if "DATABASE_URL" in os.environ:
        return "database: a new one beside the one that DATABASE_URL names"
    return "database: mongomock; set DATABASE_URL to test on a server"

# fill: tests.environ
"DATABASE_URL": database_for_tests(),

# fill: tests.database
@pytest.fixture(scope="session")
def server() -> Iterator[None]:
    """Imitate the server, unless the environment names a real one."""
    with pytest.MonkeyPatch.context() as patch:
        if "DATABASE_URL" not in os.environ:
            patch.setattr("mongoengine.connection.MongoClient", mongomock.MongoClient)
        yield
        disconnect_all()


@pytest.fixture(autouse=True)
def empty_collections(server: None, app: Flask) -> Iterator[None]:
    """Leave no document to the next test."""
    yield
    for name in get_db().list_collection_names():
        get_db()[name].delete_many({})

# fill: tests.health
import pytest
from flask import Flask
from mongoengine import get_db
from pymongo.errors import ServerSelectionTimeoutError


def test_without_database_no_requests_can_be_served(
    client: FlaskClient, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ServerSelectionTimeoutError("gone")

    monkeypatch.setattr(type(get_db()), "command", fail)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json == {"status": "no database"}
    assert client.get("/healthz").status_code == 200

# fill: tests.bad_settings
("DATABASE_URL", ""),
("DATABASE_URL", "not an address"),
("DATABASE_URL", "mongodb://127.0.0.1:port/notes"),
("DATABASE_URL", "mongodb://127.0.0.1:27017"),

# fill: tests.tick
import time

time.sleep(0.002)  # moments are kept to the millisecond

# fill: errors.handlers
# slot: errors.gone

# fill: errors.register
from mongoengine.errors import SaveConditionError

app.register_error_handler(SaveConditionError, handle_gone)

# fill: database.url
from pathlib import Path

if url.database and url.database != ":memory:":
    # A relative path starts here, not in Flask's instance folder.
    url = url.set(database=str(Path(url.database).absolute()))

# fill: database.events
import sqlite3

from sqlalchemy import Engine, event


@event.listens_for(Engine, "connect")
def set_up_connection(connection: sqlite3.Connection, _: object) -> None:
    """Check foreign keys, and let people read while somebody writes."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")

# fill: models.moment
impl = DateTime

# fill: models.note_body
from sqlalchemy import Text

body: Mapped[str] = mapped_column(Text, default="")

# fill: migrations.note_body
sa.Column("body", sa.Text(), nullable=False),

# fill: tests.server_helpers
def database_for_tests() -> str:
    """Say which database the tests use."""
    return "sqlite://"


def pytest_report_header() -> str:
    """Tell it in the first lines of the report."""
    return "database: SQLite in memory"

# fill: tests.database_urls
from pathlib import Path


def test_relative_paths_start_in_the_working_folder() -> None:
    url = database_url({"DATABASE_URL": "sqlite:///some.sqlite3"})
    assert url.database == str(Path.cwd() / "some.sqlite3")
    url = database_url({"DATABASE_URL": "sqlite:///:memory:"})
    assert url.database == ":memory:"

# fill: migrations.remedy
"make its folder, or set DATABASE_URL in .env."

# fill: tests.nowhere
from pathlib import Path


@pytest.fixture
def nowhere(tmp_path: Path) -> str:
    """Return the address of a file whose folder does not exist."""
    return f"sqlite:///{tmp_path / 'missing' / 'app.sqlite3'}"

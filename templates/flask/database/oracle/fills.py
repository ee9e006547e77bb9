# fill: database.url
if url.drivername == "oracle":
    url = url.set(drivername="oracle+oracledb")
if url.get_backend_name() == "oracle" and url.database:
    # The path names a service, where SQLAlchemy expects a system identifier.
    url = url.set(database="").update_query_dict({"service_name": url.database})

# fill: models.moment
from sqlalchemy.dialects import oracle

# Oracle's DATE would have no fractions of seconds.
impl = DateTime().with_variant(oracle.TIMESTAMP(), "oracle")

# fill: models.note_body
# Oracle keeps an empty text as NULL.
body: Mapped[str] = mapped_column(EmptyText, default="", nullable=True)

# fill: migrations.note_body
sa.Column("body", sa.Text(), nullable=True),

# fill: tests.server_helpers
import os

from sqlalchemy import create_engine, inspect


def database_for_tests() -> str:
    """Say where the tests run: on SQLite, or in the empty schema of a user."""
    if "DATABASE_URL" not in os.environ:
        return "sqlite://"
    url = database_url(os.environ)
    server = create_engine(url)
    if inspect(server).get_table_names():
        pytest.exit("DATABASE_URL: the tests drop tables; give them an empty schema.")
    server.dispose()
    return url.render_as_string(hide_password=False)


def pytest_report_header() -> str:
    """Tell it in the first lines of the report."""
    if "DATABASE_URL" in os.environ:
        return "database: the schema that DATABASE_URL names"
    return "database: SQLite in memory; set DATABASE_URL to test on Oracle"

# fill: models.types
from sqlalchemy import Dialect, Text, TypeDecorator


class EmptyText(TypeDecorator[str]):
    """A text that may be empty, which Oracle cannot tell from NULL."""

    impl = Text
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> str:
        """Turn NULL back into an empty text."""
        return value or ""

# fill: tests.database_urls
@pytest.mark.parametrize("scheme", ["oracle", "oracle+oracledb"])
def test_addresses_name_a_service(scheme: str) -> None:
    url = database_url({"DATABASE_URL": f"{scheme}://me:secret@127.0.0.1/FREEPDB1"})
    assert url.drivername == "oracle+oracledb"
    assert url.query == {"service_name": "FREEPDB1"}

# fill: migrations.remedy
"start or create it, or set DATABASE_URL in .env."

# fill: tests.nowhere
# slot: tests.closed_port

# fill: tests.nowhere_address
yield f"oracle://me:secret@127.0.0.1:{port}/FREEPDB1"

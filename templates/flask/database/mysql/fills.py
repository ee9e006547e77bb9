# fill: database.url
if url.drivername in {"mariadb", "mysql"}:
    url = url.set(drivername="mysql+pymysql")

# fill: models.moment
from sqlalchemy.dialects import mysql

# Without `fsp` seconds would have no fraction.
impl = DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql", "mariadb")

# fill: models.note_body
from sqlalchemy import Text
from sqlalchemy.dialects import mysql

# MySQL's TEXT would end after 64 KiB.
body: Mapped[str] = mapped_column(
    Text().with_variant(mysql.MEDIUMTEXT(), "mysql", "mariadb"), default=""
)

# fill: migrations.note_body
from sqlalchemy.dialects import mysql

sa.Column(
    "body",
    sa.Text().with_variant(mysql.MEDIUMTEXT(), "mysql", "mariadb"),
    nullable=False,
),

# fill: tests.server_helpers
# slot: tests.own_database

# fill: tests.database_urls
@pytest.mark.parametrize("scheme", ["mysql", "mariadb", "mysql+pymysql"])
def test_addresses_get_a_driver(scheme: str) -> None:
    url = database_url({"DATABASE_URL": f"{scheme}://me:secret@127.0.0.1/notes"})
    assert url.drivername == "mysql+pymysql"

# fill: migrations.remedy
"start or create it, or set DATABASE_URL in .env."

# fill: tests.nowhere
# slot: tests.closed_port

# fill: tests.nowhere_address
yield f"mysql://me:secret@127.0.0.1:{port}/notes"

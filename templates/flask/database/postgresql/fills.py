# fill: database.url
if url.drivername in {"postgres", "postgresql"}:
    url = url.set(drivername="postgresql+psycopg")

# fill: models.moment
impl = DateTime(timezone=True)

# fill: models.note_body
from sqlalchemy import Text

body: Mapped[str] = mapped_column(Text, default="")

# fill: migrations.note_body
sa.Column("body", sa.Text(), nullable=False),

# fill: tests.server_helpers
# slot: tests.own_database

# fill: tests.database_urls
@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_addresses_get_a_driver(scheme: str) -> None:
    url = database_url({"DATABASE_URL": f"{scheme}://me:secret@127.0.0.1/notes"})
    assert url.drivername == "postgresql+psycopg"

# fill: migrations.remedy
"start or create it, or set DATABASE_URL in .env."

# fill: tests.nowhere
# slot: tests.closed_port

# fill: tests.nowhere_address
yield f"postgresql://me:secret@127.0.0.1:{port}/notes"

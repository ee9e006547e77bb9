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

# fill: admin.views
admin.add_view(UserAdmin(User, db, name="Users", endpoint="admin_users"))
admin.add_view(NoteAdmin(Note, db, name="Notes", endpoint="admin_notes"))

# fill: admin.get_one
from uuid import UUID

from flask_admin.contrib.sqla import ModelView

def get_one(self, id: str) -> Any:
    """Return a record, or nothing; an address carries its id as text."""
    try:
        return db.session.get(self.model, UUID(id))
    except ValueError:
        return None

# fill: users.save
db.session.commit()

# fill: models.user_columns
is_admin: Mapped[bool] = mapped_column(default=False)

# fill: migrations.user_columns
sa.Column("is_admin", sa.Boolean(), nullable=False),

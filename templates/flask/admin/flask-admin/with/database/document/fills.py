# fill: admin.views
admin.add_view(UserAdmin(User, name="Users", endpoint="admin_users"))
admin.add_view(NoteAdmin(Note, name="Notes", endpoint="admin_notes"))

# fill: admin.get_one
from uuid import UUID

from flask_admin.contrib.mongoengine import ModelView

def get_one(self, id: str) -> Any:
    """Return a record, or nothing; an address carries its id as text."""
    try:
        return self.model.objects(id=UUID(id)).first()
    except ValueError:
        return None

# fill: admin.user_delete
def on_model_delete(self, model: User) -> None:
    """Take the notes of a user along."""
    Note.objects(owner_id=model.id).delete()

# fill: users.save
user.save()

# fill: models.user_columns
from mongoengine import BooleanField

is_admin = BooleanField(default=False)

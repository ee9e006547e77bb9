# fill: admin.views
from flask_admin.contrib.mongoengine import ModelView

admin.add_view(UserAdmin(User, name="Users", endpoint="admin_users"))
admin.add_view(NoteAdmin(Note, name="Notes", endpoint="admin_notes"))

# fill: users.save
user.save()

# fill: models.user_columns
is_admin = BooleanField(default=False)

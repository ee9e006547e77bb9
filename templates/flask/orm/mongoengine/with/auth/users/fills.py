# fill: models.note_meta
meta = {"collection": "notes", "indexes": [("owner_id", "-created_at", "id")]}

# fill: models.note_owner
owner_id = me.UUIDField(binary=False, required=True)

# fill: notes.only_mine
query = query.filter(owner_id=current_user.id)

# fill: notes.helpers
from flask import abort

def my_note(note_id: UUID) -> Note:
    """Return a note of whoever asks; those of others cannot be found."""
    mine = Note.objects(id=note_id, owner_id=current_user.id)
    note: Note = mine.first() or abort(404)
    return note

# fill: notes.load
note = my_note(note_id)

# fill: notes.owner
note.owner_id = current_user.id

# fill: users.find
user = User.objects(email=email).first()

# fill: users.insert
from mongoengine import NotUniqueError

user = User(email=email)
user.set_password(password)
try:
    user.save(force_insert=True)
except NotUniqueError:
    # Somebody has this address; perhaps they signed up a moment ago.
    # slot: users.taken

# fill: users.keep
user.save(force_insert=True)

# fill: users.get
user: User | None = User.objects(id=user_id).first()
return user

# fill: seed.user
import secrets

password = secrets.token_urlsafe(12)
user = User(email=f"demo-{secrets.token_hex(2)}@example.com")
user.set_password(password)
user.save(force_insert=True)

# fill: seed.owner
note.owner_id = user.id

# fill: seed.done
click.echo(f"Log in as {user.email} with the password {password}")

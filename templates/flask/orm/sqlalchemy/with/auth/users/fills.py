# fill: models.note_owner
from sqlalchemy import ForeignKey

owner_id: Mapped[UUID] = mapped_column(
    ForeignKey("users.id", ondelete="CASCADE"), index=True
)

# fill: notes.only_mine
query = query.where(Note.owner_id == current_user.id)

# fill: notes.helpers
from sqlalchemy import select

def my_note(note_id: UUID) -> Note:
    """Return a note of whoever asks; those of others cannot be found."""
    mine = select(Note).filter_by(id=note_id, owner_id=current_user.id)
    note: Note = db.one_or_404(mine)
    return note

# fill: notes.load
note = my_note(note_id)

# fill: notes.owner
note.owner_id = current_user.id

# fill: users.find
from sqlalchemy import select

user = db.session.scalar(select(User).where(User.email == email))

# fill: users.insert
from sqlalchemy.exc import IntegrityError

user = User(email=email)
user.set_password(password)
db.session.add(user)
try:
    db.session.commit()
except IntegrityError:
    # Somebody has this address; perhaps they signed up a moment ago.
    db.session.rollback()
    # slot: users.taken

# fill: users.keep
db.session.add(user)
db.session.commit()

# fill: users.get
return db.session.get(User, user_id)

# fill: seed.user
import secrets

password = secrets.token_urlsafe(12)
user = User(email=f"demo-{secrets.token_hex(2)}@example.com")
user.set_password(password)
db.session.add(user)
db.session.flush()

# fill: seed.owner
note.owner_id = user.id

# fill: seed.done
click.echo(f"Log in as {user.email} with the password {password}")

# fill: migrations.users
op.create_table(
    "users",
    sa.Column("id", sa.Uuid(), nullable=False),
    sa.Column("email", sa.String(length=254), nullable=False),
    sa.Column("password_hash", sa.String(length=255), nullable=False),
    # slot: migrations.user_columns many
    sa.Column("created_at", UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
    sa.UniqueConstraint("email", name=op.f("uq_users_email")),
)

# fill: migrations.note_owner
sa.Column("owner_id", sa.Uuid(), nullable=False),
sa.ForeignKeyConstraint(
    ["owner_id"],
    ["users.id"],
    name=op.f("fk_notes_owner_id_users"),
    ondelete="CASCADE",
),

# fill: migrations.note_indexes
batch_op.create_index(
    batch_op.f("ix_notes_owner_id"), ["owner_id"], unique=False
)

# fill: migrations.drop_users
op.drop_table("users")

# fill: models.user
class User(Base):
    # slot: models.user_body

# fill: models.user_more
class EndedSession(Base):
    """A session that somebody has logged out of; its tokens are refused."""

    __tablename__ = "ended_sessions"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    forget_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)

# fill: sessions.is_ended
return db.session.get(EndedSession, session_id) is not None

# fill: sessions.keep_ended
from sqlalchemy import delete

db.session.execute(delete(EndedSession).where(EndedSession.forget_at < now()))
db.session.merge(EndedSession(id=session_id, forget_at=forget_at))
db.session.commit()

# fill: migrations.user_more
op.create_table(
    "ended_sessions",
    sa.Column("id", sa.Uuid(), nullable=False),
    sa.Column("forget_at", UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_ended_sessions")),
)
with op.batch_alter_table("ended_sessions") as batch_op:
    batch_op.create_index(
        batch_op.f("ix_ended_sessions_forget_at"), ["forget_at"], unique=False
    )

# fill: migrations.drop_user_more
op.drop_table("ended_sessions")

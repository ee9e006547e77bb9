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
from sqlalchemy.exc import IntegrityError

db.session.add(EndedSession(id=session_id, forget_at=forget_at))
try:
    db.session.commit()
except IntegrityError:
    # Another request has ended it a moment ago.
    db.session.rollback()
db.session.execute(delete(EndedSession).where(EndedSession.forget_at < now()))
db.session.commit()

# fill: tests.auth
from contextvars import Context

from sqlalchemy import event


def test_a_session_is_ended_twice_at_once(client: FlaskClient) -> None:
    @event.listens_for(db.session, "before_flush", once=True)
    def be_overtaken(*_: object) -> None:
        Context().run(client.post, f"{AUTH}/logout")

    assert client.post(f"{AUTH}/logout").status_code == 204
    assert_refused(client.get(f"{AUTH}/me"))

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

# fill: models.user
from mongoengine import Document


class User(Document):
    # slot: models.user_body

# fill: models.user_more
from mongoengine import DateTimeField, Document, UUIDField


class EndedSession(Document):
    """A session that somebody has logged out of; its tokens are refused."""

    # The database deletes a document whose `forget_at` has passed.
    meta = {
        "collection": "ended_sessions",
        "indexes": [{"fields": ["forget_at"], "expireAfterSeconds": 0}],
    }
    id = UUIDField(binary=False, primary_key=True)
    forget_at = DateTimeField(required=True)

# fill: sessions.is_ended
return EndedSession.objects(id=session_id).first() is not None

# fill: sessions.keep_ended
EndedSession(id=session_id, forget_at=forget_at).save()

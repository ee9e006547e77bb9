# fill: models.user
import mongoengine as me


class User(me.Document):
    # slot: models.user_body

# fill: models.user_more
import mongoengine as me


class EndedSession(me.Document):
    """A session that somebody has logged out of; its tokens are refused."""

    # The database deletes a document whose `forget_at` has passed.
    meta = {
        "collection": "ended_sessions",
        "indexes": [{"fields": ["forget_at"], "expireAfterSeconds": 0}],
    }
    id = me.UUIDField(binary=False, primary_key=True)
    forget_at = me.DateTimeField(required=True)

# fill: sessions.is_ended
return EndedSession.objects(id=session_id).first() is not None

# fill: sessions.keep_ended
EndedSession(id=session_id, forget_at=forget_at).save()

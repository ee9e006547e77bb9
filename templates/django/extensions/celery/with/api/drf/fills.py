# fill: settings.schedule
"clear-tokens": {
    "task": "users.tasks.clear_tokens",
    "schedule": crontab(hour=4, minute=15),
},

# fill: users.tasks
@shared_task
def clear_tokens() -> None:
    """Delete the refresh tokens that have expired by themselves."""
    call_command("flushexpiredtokens")

# fill: users.task_tests
from django.utils import timezone
from rest_framework_simplejwt.token_blacklist.models import OutstandingToken


def test_expired_tokens_are_deleted() -> None:
    for jti, hours in [("expired", -1), ("valid", 1)]:
        OutstandingToken.objects.create(
            jti=jti, token=jti, expires_at=timezone.now() + timedelta(hours=hours)
        )

    clear_tokens.delay()

    assert OutstandingToken.objects.get().jti == "valid"

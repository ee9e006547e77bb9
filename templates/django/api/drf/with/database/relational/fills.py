# fill: settings.third_party_apps
"rest_framework_simplejwt.token_blacklist",

# fill: drf.router
from rest_framework.routers import SimpleRouter

router = SimpleRouter()

# fill: notes.api_queryset
notes = Note.objects.owned_by(self.request.user)
# Nobody changes the note between the look at its ETag and our change.
return notes.select_for_update() if self.action in WRITES else notes

# fill: notes.is_owner
return obj.owner_id == request.user.pk

# fill: notes.api_writes
from django.db import transaction


@transaction.atomic
def update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
    return super().update(request, *args, **kwargs)

@transaction.atomic
def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
    return super().destroy(request, *args, **kwargs)

# fill: users.save_registration
from django.db import transaction

with transaction.atomic():
    serializer.save()

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

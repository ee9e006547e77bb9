"""Background tasks about notes: a mail a week with what somebody wrote."""

from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone

from notes.models import Note
from users.models import User

WEEK = timedelta(days=7)


@shared_task
def send_digests() -> None:
    """Send a task of its own for everybody: one failure stops nobody else's mail."""
    since = timezone.now() - WEEK
    owners = Note.objects.filter(updated_at__gte=since, owner__is_active=True)
    for owner_id in owners.order_by().values_list("owner_id", flat=True).distinct():
        send_digest.delay(str(owner_id), since.isoformat())


# Whatever fails while a mail is sent is an OSError.
@shared_task(autoretry_for=[OSError], retry_backoff=True, max_retries=5)
def send_digest(owner_id: str, since: str) -> None:
    """Mail somebody the titles of the notes changed since then."""
    owner = User.objects.filter(pk=owner_id, is_active=True).first()
    if owner is None:
        # Gone while the task was waiting.
        return
    titles = Note.objects.owned_by(owner).filter(updated_at__gte=since)
    lines = "\n".join(f"- {title}" for title in titles.values_list("title", flat=True))
    send_mail(
        f"{settings.SITE_NAME}: your week",
        f"Hello {owner},\n\nyou wrote:\n\n{lines}\n",
        None,
        [owner.email],
    )

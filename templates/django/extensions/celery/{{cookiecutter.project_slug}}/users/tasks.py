"""Background tasks about users.

Call one with `clear_sessions.delay()`; the timetable is CELERY_BEAT_SCHEDULE in the
settings. Pass keys as text, not objects: the task reads what is in the database by
then.
"""

from celery import shared_task
from django.core.management import call_command


@shared_task
def clear_sessions() -> None:
    """Delete the sessions that have expired."""
    call_command("clearsessions")


# slot: users.tasks many spaced

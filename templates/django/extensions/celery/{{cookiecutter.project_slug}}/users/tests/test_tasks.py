from datetime import timedelta

import pytest
from celery import current_app
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from users.tasks import clear_sessions

pytestmark = pytest.mark.django_db


def test_expired_sessions_are_deleted() -> None:
    for key, hours in [("expired", -1), ("valid", 1)]:
        Session.objects.create(
            session_key=key, expire_date=timezone.now() + timedelta(hours=hours)
        )

    clear_sessions.delay()

    assert Session.objects.get().session_key == "valid"


def test_the_timetable_names_tasks_that_exist() -> None:
    current_app.loader.import_default_modules()

    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        assert entry["task"] in current_app.tasks


# slot: users.task_tests many spaced

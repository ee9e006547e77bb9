from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from notes.models import Note
from notes.tasks import send_digest, send_digests
from notes.tests.factories import NoteFactory
from users.tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_everybody_who_wrote_gets_one_mail_with_the_own_notes() -> None:
    ada = UserFactory.create(email="ada@example.com")
    NoteFactory.create(owner=ada, title="New")
    NoteFactory.create(owner=ada, title="Newer")
    old = NoteFactory.create(owner=ada, title="Ancient")
    Note.objects.filter(pk=old.pk).update(updated_at=timezone.now() - timedelta(days=8))
    NoteFactory.create(title="Somebody else's")
    NoteFactory.create(title="Gone", owner__is_active=False)

    send_digests.delay()

    assert len(mail.outbox) == 2
    (message,) = [m for m in mail.outbox if m.to == ["ada@example.com"]]
    assert "- Newer\n- New\n" in str(message.body)
    assert "Ancient" not in str(message.body)
    assert "Somebody" not in str(message.body)


def test_who_is_gone_meanwhile_gets_no_mail() -> None:
    note = NoteFactory.create()
    owner_id = str(note.owner.pk)
    note.owner.delete()

    send_digest.delay(owner_id, timezone.now().isoformat())

    assert mail.outbox == []

"""`manage.py seed`: something to look at in development."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import transaction

from notes.models import Note
from users.models import User

EMAIL = "demo@example.com"
PASSWORD = "demo-password"  # noqa: S105  (that is why it refuses without DEBUG)


class Command(BaseCommand):
    help = f"Create {EMAIL} with notes; run again, it adds nothing."

    @transaction.atomic
    def handle(self, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("Everybody knows the password: only with DEBUG on.")
        user = User.objects.filter(email=EMAIL).first()
        if user is None:
            user = User.objects.create_superuser(EMAIL, PASSWORD, name="Demo")
            Note.objects.bulk_create(
                Note(owner=user, title=f"Note {number}", body="Change me.")
                for number in range(1, 31)
            )
        self.stdout.write(f"Log in as {EMAIL} with the password {PASSWORD}")

"""`manage.py build`: the whole site as files."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command

from pages.content import ContentError, find_pages


class Command(BaseCommand):
    help = "Write the whole site into the folder that DISTILL_DIR names."

    def handle(self, **options: Any) -> None:
        try:
            pages = find_pages()
        except ContentError as error:
            raise CommandError(str(error)) from error
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        call_command("distill", "generate", force=True, quiet=True)
        self.stdout.write(f"{len(pages)} pages are now files in {settings.DISTILL_DIR}")

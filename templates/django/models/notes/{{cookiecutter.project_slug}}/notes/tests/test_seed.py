from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from notes.models import Note

pytestmark = pytest.mark.django_db


def test_seed_twice_adds_nothing(settings: Settings) -> None:
    settings.DEBUG = True
    output = StringIO()

    call_command("seed", stdout=output)
    call_command("seed", stdout=output)

    assert Note.objects.count() == 30
    assert "demo@example.com" in output.getvalue()


def test_seed_refuses_in_production() -> None:
    with pytest.raises(CommandError, match="DEBUG"):
        call_command("seed")

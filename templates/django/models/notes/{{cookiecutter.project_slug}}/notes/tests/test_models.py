import pytest

from notes.models import Note
from notes.tests.factories import NoteFactory

pytestmark = pytest.mark.django_db


def test_a_note_is_shown_by_its_title() -> None:
    assert str(Note(title="Shopping")) == "Shopping"


def test_owned_by_leaves_other_peoples_notes_out() -> None:
    mine, _ = NoteFactory.create_batch(2)

    assert list(Note.objects.owned_by(mine.owner)) == [mine]


def test_search_looks_into_title_and_body_and_ignores_case() -> None:
    titled = NoteFactory.create(title="Buy MILK", body="")
    bodied = NoteFactory.create(title="Shopping", body="milk and bread")
    NoteFactory.create(title="Other", body="")

    assert set(Note.objects.search("Milk")) == {titled, bodied}


def test_the_note_changed_last_comes_first() -> None:
    first, second = NoteFactory.create_batch(2)
    assert list(Note.objects.all()) == [second, first]

    first.save()
    assert list(Note.objects.all()) == [first, second]

from factory.declarations import Sequence, SubFactory
from factory.django import DjangoModelFactory

from notes.models import Note
from users.tests.factories import UserFactory


class NoteFactory(DjangoModelFactory[Note]):
    class Meta:
        model = Note

    owner = SubFactory(UserFactory)
    title = Sequence(lambda number: f"Note {number}")
    body = "A few words."

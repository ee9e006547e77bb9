# fill: models.base
from datetime import UTC, datetime


def now() -> datetime:
    """Tell the time."""
    return datetime.now(UTC)

# fill: models.note
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4


@dataclass
class Note:
    """A note, the example."""

    title: str
    body: str = ""
    # slot: models.note_columns many
    id: UUID = field(default_factory=uuid4)
    created_at: datetime = field(default_factory=now)
    updated_at: datetime = field(default_factory=now)


# All notes, oldest first. They are gone when the process ends, and a second
# process would have notes of its own: see `workers` in gunicorn.conf.py.
stored_notes: dict[UUID, Note] = {}

# fill: notes.find
kept = list(stored_notes.values())
# slot: notes.find_page

# fill: notes.load
from flask import abort

note: Note = stored_notes.get(note_id) or abort(404)

# fill: notes.insert
note = Note(**data)
stored_notes[note.id] = note

# fill: notes.update
for name, value in data.items():
    setattr(note, name, value)
note.updated_at = now()

# fill: notes.delete
stored_notes.pop(note.id, None)

# fill: gunicorn.workers
# Notes live in the memory of one process: with two, half of the requests would
# miss them. Take a database before you take more workers.
workers = 1

# fill: tests.helpers
from collections.abc import Iterator

# fill: tests.database
@pytest.fixture(autouse=True)
def no_notes() -> Iterator[None]:
    """Leave no note to the next test."""
    yield
    stored_notes.clear()

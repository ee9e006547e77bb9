# fill: ninja.note_address
NoteId = str
NOTE = "{object_id:note_id}/"

# fill: ninja.key
from config.api.fields import Key

id: Key

# fill: ninja.key_type
from pydantic import BeforeValidator

# An ObjectId, as JSON says it.
Key = Annotated[str, BeforeValidator(str)]

# fill: ninja.note_to_change
def note_to_change(request: HttpRequest, note_id: NoteId) -> Note:
    """Return a note in the state that the client means."""
    note = get_object_or_404(own_notes(request), pk=note_id)
    check_preconditions(request, note_etag(note), note.updated_at)
    return note

# fill: ninja.delete
from config.api.conditional import precondition_failed

note = note_to_change(request, note_id)
if not Note.objects.unchanged(note).delete()[0]:
    raise precondition_failed()

# fill: ninja.save
from django.utils import timezone

from config.api.conditional import precondition_failed

if note.pk is None:
    note.save()
elif Note.objects.unchanged(note).update(**values, updated_at=timezone.now()):
    note.refresh_from_db()
else:
    raise precondition_failed()

# fill: ninja.create_user
user = User.objects.create_user(data.email, data.password, name=data.name)

# fill: ninja.note_address
NoteId = int
NOTE = "{int:note_id}/"

# fill: ninja.key
id: int

# fill: ninja.atomic
from django.db import transaction

@transaction.atomic

# fill: ninja.note_to_change
def note_to_change(request: HttpRequest, note_id: NoteId) -> Note:
    """Return a note that nobody changes before we have: it is locked until then."""
    note = get_object_or_404(own_notes(request).select_for_update(), pk=note_id)
    check_preconditions(request, note_etag(note), note.updated_at)
    return note

# fill: ninja.delete
note_to_change(request, note_id).delete()

# fill: ninja.save
note.save()

# fill: ninja.create_user
from django.db import transaction

with transaction.atomic():
    user = User.objects.create_user(data.email, data.password, name=data.name)

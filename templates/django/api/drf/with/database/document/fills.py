# fill: settings.own_apps
"tokens",

# fill: drf.router
from rest_framework.routers import SimpleRouter

router = SimpleRouter(use_regex_path=False)

# fill: serializers.key
id = serializers.CharField(read_only=True)

# fill: notes.api_lookup
lookup_value_converter = "object_id"

# fill: notes.api_queryset
return Note.objects.owned_by(self.request.user)

# fill: notes.is_owner
return bool(obj.owner_id == request.user.pk)

# fill: notes.api_writes
from typing import cast

from django.utils import timezone

from config.api.conditional import PreconditionFailed


def perform_update(self, serializer: BaseSerializer[Note]) -> None:
    note = cast(Note, serializer.instance)
    changes = {**serializer.validated_data, "updated_at": timezone.now()}
    if not Note.objects.unchanged(note).update(**changes):
        raise PreconditionFailed
    note.refresh_from_db()

def perform_destroy(self, note: Note) -> None:
    if not Note.objects.unchanged(note).delete()[0]:
        raise PreconditionFailed

# fill: users.save_registration
serializer.save()

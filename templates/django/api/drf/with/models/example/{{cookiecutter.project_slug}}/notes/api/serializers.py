from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from notes.models import Note


class NoteSerializer(serializers.ModelSerializer[Note]):
    # slot: serializers.key

    class Meta:
        model = Note
        fields = ["id", "title", "body", "created_at", "updated_at"]

    def validate_title(self, title: str) -> str:
        """One line, and single spaces between the words."""
        return " ".join(title.split())

    def validate(self, attrs: dict[str, str]) -> dict[str, str]:
        """Look at the fields together; a PATCH brings only some of them."""
        title = attrs.get("title", getattr(self.instance, "title", ""))
        body = attrs.get("body", getattr(self.instance, "body", ""))
        if body.strip() == title:
            raise serializers.ValidationError(
                {"body": _("Say more than the title does, or nothing.")}
            )
        return attrs

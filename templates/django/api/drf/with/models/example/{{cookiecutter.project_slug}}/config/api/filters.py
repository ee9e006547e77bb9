from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django_filters.fields import IsoDateTimeField
from django_filters.rest_framework import IsoDateTimeFilter


class UtcDateTimeField(IsoDateTimeField):
    """A moment with any offset, taken to UTC.

    ISO 8601 allows offsets that a database refuses: it never sees one.
    """

    def to_python(self, value: Any) -> datetime | None:
        moment = super().to_python(value)
        try:
            return moment.astimezone(UTC) if moment else None
        except OverflowError as error:
            raise ValidationError(self.error_messages["invalid"]) from error


class UtcDateTimeFilter(IsoDateTimeFilter):
    """?updated_after=2026-01-31T12:00:00+02:00"""

    field_class = UtcDateTimeField

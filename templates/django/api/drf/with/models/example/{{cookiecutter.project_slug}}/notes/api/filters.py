from django_filters import rest_framework as filters

from config.api.filters import UtcDateTimeFilter
from notes.models import Note


class NoteFilter(filters.FilterSet):
    """?title=milk&updated_after=2026-01-31T00:00:00Z"""

    title = filters.CharFilter(lookup_expr="icontains")
    created_after = UtcDateTimeFilter("created_at", lookup_expr="gte")
    created_before = UtcDateTimeFilter("created_at", lookup_expr="lt")
    updated_after = UtcDateTimeFilter("updated_at", lookup_expr="gte")

    class Meta:
        model = Note
        fields: list[str] = []

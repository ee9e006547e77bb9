from typing import Any

from django.core.cache import cache
from django.db.models import Count, Max
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.viewsets import ModelViewSet

from config.api.conditional import check_preconditions, make_etag, respond
from config.api.pagination import PagePagination
from notes.api.filters import NoteFilter
from notes.api.permissions import IsOwner
from notes.api.serializers import NoteSerializer
from notes.models import Note, NoteQuerySet

LIST_CACHED_SECONDS = 300
WRITES = {"update", "partial_update", "destroy"}
# Part of every ETag: another shape is another answer. Raise the number when a release
# lets the same fields say something else.
SHAPE = (1, *NoteSerializer.Meta.fields, PagePagination.page_size)


def note_etag(note: Note) -> str:
    return make_etag(note.pk, note.updated_at.isoformat(), SHAPE)


class NoteViewSet(ModelViewSet[Note]):
    """The notes of whoever asks; somebody else's note is not found."""

    queryset = Note.objects.none()
    serializer_class = NoteSerializer
    # slot: notes.api_lookup
    permission_classes = [IsAuthenticated, IsOwner]
    filterset_class = NoteFilter
    search_fields = ["title", "body"]
    ordering_fields = ["title", "created_at", "updated_at"]

    def get_queryset(self) -> NoteQuerySet:
        # slot: notes.api_queryset

    def get_object(self) -> Note:
        note = super().get_object()
        if self.action in WRITES:
            check_preconditions(self.request, note_etag(note), note.updated_at)
        return note

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """List your notes: a page, filtered, searched and ordered as you ask.

        Pages are cached. What they are cached under comes from the notes
        themselves, so that a change, wherever it is made, leaves old pages behind.
        """
        state = self.get_queryset().aggregate(
            count=Count("pk"), latest=Max("updated_at")
        )
        etag = make_etag(
            request.user.pk,
            state["count"],
            state["latest"],
            request.build_absolute_uri(),
            request.accepted_media_type,
            SHAPE,
        )

        def page() -> Response:
            data = cache.get(etag)
            if data is None:
                data = super(NoteViewSet, self).list(request, *args, **kwargs).data
                cache.set(etag, data, LIST_CACHED_SECONDS)
            return Response(data)

        return respond(request, etag, page)

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        note = self.get_object()
        return respond(
            request,
            note_etag(note),
            lambda: Response(self.get_serializer(note).data),
            note.updated_at,
        )

    # slot: notes.api_writes

    def perform_create(self, serializer: BaseSerializer[Note]) -> None:
        serializer.save(owner=self.request.user)

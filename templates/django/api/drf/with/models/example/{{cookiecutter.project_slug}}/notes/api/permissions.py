from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from notes.models import Note


class IsOwner(BasePermission):
    """Only the owner may touch a note.

    The second lock: lists and look-ups contain a user's own notes only, and this
    holds for a note that a view gets in any other way.
    """

    def has_object_permission(self, request: Request, view: APIView, obj: Note) -> bool:
        # slot: notes.is_owner

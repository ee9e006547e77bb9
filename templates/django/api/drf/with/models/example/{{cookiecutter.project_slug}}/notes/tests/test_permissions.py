import pytest
from rest_framework.test import APIRequestFactory
from rest_framework.views import APIView

from notes.api.permissions import IsOwner
from notes.tests.factories import NoteFactory

pytestmark = pytest.mark.django_db


def test_the_second_lock_holds_by_itself() -> None:
    mine, theirs = NoteFactory.create_batch(2)
    request = APIView().initialize_request(APIRequestFactory().get("/"))
    request.user = mine.owner
    allowed = IsOwner().has_object_permission

    assert allowed(request, APIView(), mine)
    assert not allowed(request, APIView(), theirs)

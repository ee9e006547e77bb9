from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from config.api.tests.client import APIClient
from notes.models import Note
from notes.tests.factories import NoteFactory
from users.models import User
from users.tests.factories import UserFactory

pytestmark = pytest.mark.django_db

URL = "/api/v1/notes/"
# slot: tests.shape


@pytest.fixture
def user(api_client: APIClient) -> User:
    """Somebody who is logged in."""
    user = UserFactory.create()
    api_client.force_authenticate(user)
    return user


def url_of(note: Note) -> str:
    return f"{URL}{note.pk}/"


def titles(api_client: APIClient, **query: Any) -> list[str]:
    """Return the titles on the page that this query gets."""
    response = api_client.get(URL, query)
    assert response.status_code == 200, response.json()
    return [note["title"] for note in response.json()["results"]]


class TestAccess:
    @pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
    def test_nothing_without_a_log_in(self, api_client: APIClient, method: str) -> None:
        note = NoteFactory.create()

        assert getattr(api_client, method)(url_of(note)).status_code == 401
        assert api_client.get(URL).status_code == 401
        assert api_client.post(URL, {"title": "Milk"}).status_code == 401

    @pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
    def test_other_peoples_notes_are_not_found(
        self, api_client: APIClient, user: User, method: str
    ) -> None:
        note = NoteFactory.create(title="Theirs")

        response = getattr(api_client, method)(url_of(note), {"title": "Mine"})

        assert response.status_code == 404
        note.refresh_from_db()
        assert note.title == "Theirs"
        assert titles(api_client) == []


class TestWriting:
    def test_create(self, api_client: APIClient, user: User) -> None:
        response = api_client.post(URL, {"title": "  Buy   milk ", "body": "Two."})

        assert response.status_code == 201
        note = Note.objects.get()
        assert (note.title, note.body, note.owner) == ("Buy milk", "Two.", user)
        assert set(response.json()) == {
            *("id", "title", "body", "created_at", "updated_at")
        }

    @pytest.mark.parametrize(
        ("data", "field"),
        [
            ({}, "title"),
            ({"title": ""}, "title"),
            ({"title": "   "}, "title"),
            ({"title": "x" * 201}, "title"),
            ({"title": ["a", "list"]}, "title"),
            ({"title": "\0"}, "title"),
            ({"title": "\ud800"}, "title"),
            ({"title": "Milk", "body": None}, "body"),
            ({"title": "Milk", "body": "Milk"}, "body"),
        ],
    )
    def test_what_is_not_valid(
        self, api_client: APIClient, user: User, data: dict[str, Any], field: str
    ) -> None:
        response = api_client.post(URL, data)

        assert response.status_code == 400
        assert list(response.json()["error"]["fields"]) == [field]
        assert Note.objects.count() == 0

    def test_nobody_chooses_owner_or_times(
        self, api_client: APIClient, user: User
    ) -> None:
        owner, long_ago = str(UserFactory.create().pk), "2001-01-01T00:00Z"

        api_client.post(URL, {"title": "Milk", "owner": owner, "created_at": long_ago})

        note = Note.objects.get()
        assert note.owner == user
        assert note.created_at.year > 2001

    def test_change(self, api_client: APIClient, user: User) -> None:
        note = NoteFactory.create(owner=user, title="Milk", body="Two.")

        response = api_client.patch(url_of(note), {"title": "Bread"})
        assert response.status_code == 200
        assert response.json() == api_client.get(url_of(note)).json()
        assert api_client.patch(url_of(note), {"body": "Bread"}).status_code == 400
        assert api_client.put(url_of(note), {"body": "no title"}).status_code == 400

        note.refresh_from_db()
        assert (note.title, note.body) == ("Bread", "Two.")

    def test_delete(self, api_client: APIClient, user: User) -> None:
        note = NoteFactory.create(owner=user)

        assert api_client.delete(url_of(note)).status_code == 204
        assert api_client.delete(url_of(note)).status_code == 404


class TestList:
    def test_pages_have_a_cap(self, api_client: APIClient, user: User) -> None:
        NoteFactory.create_batch(105, owner=user)

        first = api_client.get(URL).json()
        assert (first["count"], len(first["results"])) == (105, 20)
        assert first["previous"] is None
        assert len(api_client.get(first["next"]).json()["results"]) == 20

        assert len(titles(api_client, page_size=1000)) == 100
        assert api_client.get(URL, {"page": 99}).status_code == 404

    def test_search(self, api_client: APIClient, user: User) -> None:
        NoteFactory.create(owner=user, title="Shopping", body="milk")
        NoteFactory.create(owner=user, title="Reading", body="")

        assert titles(api_client, search="MILK") == ["Shopping"]

    def test_filters(self, api_client: APIClient, user: User) -> None:
        old, new = NoteFactory.create_batch(2, owner=user)
        hour_ago = timezone.now() - timedelta(hours=1)
        past = {"created_at": hour_ago, "updated_at": hour_ago}
        Note.objects.filter(pk=old.pk).update(**past)
        between = (hour_ago + timedelta(minutes=1)).isoformat()

        assert titles(api_client, title=new.title.upper()) == [new.title]
        assert titles(api_client, created_after=between) == [new.title]
        assert titles(api_client, created_before=between) == [old.title]
        assert titles(api_client, updated_after=between) == [new.title]
        assert titles(api_client, updated_after="2001-01-01T00:00:00+23:00")

    @pytest.mark.parametrize("moment", ["yesterday", "0001-01-01T00:00:00+23:00"])
    def test_what_is_no_moment(
        self, api_client: APIClient, user: User, moment: str
    ) -> None:
        response = api_client.get(URL, {"created_after": moment})

        assert response.status_code == 400
        assert list(response.json()["error"]["fields"]) == ["created_after"]

    def test_ordering(self, api_client: APIClient, user: User) -> None:
        for title in ["b", "a", "c"]:
            NoteFactory.create(owner=user, title=title)

        assert titles(api_client) == ["c", "a", "b"]
        assert titles(api_client, ordering="title") == ["a", "b", "c"]
        assert titles(api_client, ordering="-title") == ["c", "b", "a"]

    @pytest.mark.parametrize("ordering", ["owner", "-owner", "nonsense"])
    def test_what_is_no_ordering(
        self, api_client: APIClient, user: User, ordering: str
    ) -> None:
        response = api_client.get(URL, {"ordering": ordering})

        assert response.status_code == 400
        assert list(response.json()["error"]["fields"]) == ["ordering"]

    def test_a_longer_list_costs_no_more_queries(
        self,
        api_client: APIClient,
        user: User,
        django_assert_num_queries: DjangoAssertNumQueries,
    ) -> None:
        NoteFactory.create_batch(20, owner=user)

        # The user, what the page is cached under, the count, the page.
        with django_assert_num_queries(4):
            assert len(titles(api_client)) == 20
        with django_assert_num_queries(2):
            assert len(titles(api_client)) == 20


class TestCaching:
    def test_a_list_that_did_not_change_is_not_sent_again(
        self, api_client: APIClient, user: User
    ) -> None:
        NoteFactory.create(owner=user)
        etag = api_client.get(URL).headers["ETag"]

        response = api_client.get(URL, headers={"If-None-Match": etag})

        assert response.status_code == 304
        assert response.content == b""
        assert response.headers["Cache-Control"] == "private, no-cache"

    def test_a_release_of_another_shape_sends_everything_again(
        self, api_client: APIClient, user: User
    ) -> None:
        for url in (URL, url_of(NoteFactory.create(owner=user))):
            seen = {"If-None-Match": api_client.get(url).headers["ETag"]}
            assert api_client.get(url, headers=seen).status_code == 304

            with patch(SHAPE, "another"):
                assert api_client.get(url, headers=seen).status_code == 200

    def test_every_change_shows_in_the_list(
        self, api_client: APIClient, user: User
    ) -> None:
        assert titles(api_client) == []

        first = NoteFactory.create(owner=user, title="First")
        second = NoteFactory.create(owner=user, title="Second")
        assert titles(api_client) == ["Second", "First"]

        first.title = "Changed"
        first.save()
        assert titles(api_client) == ["Changed", "Second"]

        second.delete()
        assert titles(api_client) == ["Changed"]

    def test_nobody_is_shown_what_was_cached_for_another(
        self, api_client: APIClient, user: User
    ) -> None:
        NoteFactory.create(owner=user, title="Mine")
        assert titles(api_client) == ["Mine"]

        api_client.force_authenticate(UserFactory.create())
        assert titles(api_client) == []

    def test_a_note_that_did_not_change_is_not_sent_again(
        self, api_client: APIClient, user: User
    ) -> None:
        note = NoteFactory.create(owner=user)
        first = api_client.get(url_of(note))

        by_etag = {"If-None-Match": first.headers["ETag"]}
        assert api_client.get(url_of(note), headers=by_etag).status_code == 304
        by_time = {"If-Modified-Since": first.headers["Last-Modified"]}
        assert api_client.get(url_of(note), headers=by_time).status_code == 304

        note.save()
        assert api_client.get(url_of(note), headers=by_etag).status_code == 200

    def test_a_change_somebody_else_made_is_not_overwritten(
        self, api_client: APIClient, user: User
    ) -> None:
        note = NoteFactory.create(owner=user, title="Milk")
        seen = {"If-Match": api_client.get(url_of(note)).headers["ETag"]}
        note.save()

        change = api_client.patch(url_of(note), {"title": "Bread"}, headers=seen)
        assert change.status_code == 412
        assert change.json()["error"]["message"]
        assert api_client.delete(url_of(note), headers=seen).status_code == 412
        assert api_client.get(url_of(note), headers=seen).status_code == 412

        seen = {"If-Match": api_client.get(url_of(note)).headers["ETag"]}
        change = api_client.patch(url_of(note), {"title": "Bread"}, headers=seen)
        assert change.status_code == 200

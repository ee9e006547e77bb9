# fill: notes.find_page
if args["q"]:
    query = query.filter(title__icontains=args["q"])
start = (args["page"] - 1) * args["per_page"]
notes, total = list(query.skip(start).limit(args["per_page"])), query.count()

# fill: errors.register
from bson.errors import BSONError

app.register_error_handler(BSONError, handle_unfit_text)

# fill: tests.notes
from contextvars import Context
from typing import Any


def test_a_note_that_is_deleted_while_it_is_changed(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"{NOTES}/{write_note(client)['id']}"
    save = Note.save

    def be_overtaken(note: Note, **options: Any) -> None:
        monkeypatch.setattr(Note, "save", save)
        Context().run(client.delete, url)
        note.save(**options)

    monkeypatch.setattr(Note, "save", be_overtaken)
    response = client.patch(url, json={"title": "Too late"})
    assert response.status_code == 404
    assert client.get(NOTES).get_json()["total"] == 0

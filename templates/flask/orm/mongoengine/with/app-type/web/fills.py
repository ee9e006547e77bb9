# fill: notes.find_page
if q:
    query = query.filter(title__icontains=q)
start = (page - 1) * NOTES_PER_PAGE
notes, total = list(query.skip(start).limit(NOTES_PER_PAGE)), query.count()

# fill: tests.pages
from contextvars import Context
from typing import Any


def test_a_note_that_is_deleted_while_it_is_changed(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = write(client, "Draft").request.path
    save = Note.save

    def be_overtaken(note: Note, **options: Any) -> None:
        monkeypatch.setattr(Note, "save", save)
        Context().run(client.post, f"{address}/delete")
        note.save(**options)

    monkeypatch.setattr(Note, "save", be_overtaken)
    page = client.post(f"{address}/edit", data={"title": "Too late"})
    assert page.status_code == 404
    assert "Draft" not in client.get("/").text

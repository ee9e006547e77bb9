# fill: notes.find_page
if q:
    query = query.where(Note.title.icontains(q, autoescape=True))
found = db.paginate(query, page=page, per_page=NOTES_PER_PAGE, error_out=False)

# fill: tests.pages
from contextvars import Context

from sqlalchemy import event


def test_a_note_that_is_deleted_while_it_is_changed(client: FlaskClient) -> None:
    address = write(client, "Draft").request.path

    @event.listens_for(db.session, "before_flush", once=True)
    def be_overtaken(*_: object) -> None:
        Context().run(client.post, f"{address}/delete")

    page = client.post(f"{address}/edit", data={"title": "Too late"})
    assert page.status_code == 404
    assert "<h1>Not Found</h1>" in page.text

# fill: notes.find_page
if args["q"]:
    query = query.where(Note.title.icontains(args["q"], autoescape=True))
found = db.paginate(
    query, page=args["page"], per_page=args["per_page"], error_out=False
)

# fill: errors.register
from sqlalchemy.exc import DataError

app.register_error_handler(DataError, handle_unfit_text)

# fill: tests.notes
from contextvars import Context

from sqlalchemy import event


def test_a_note_that_is_deleted_while_it_is_changed(client: FlaskClient) -> None:
    url = f"{NOTES}/{write_note(client)['id']}"

    @event.listens_for(db.session, "before_flush", once=True)
    def be_overtaken(*_: object) -> None:
        Context().run(client.delete, url)

    response = client.patch(url, json={"title": "Too late"})
    assert response.status_code == 404
    assert response.get_json()["error"]["status"] == 404

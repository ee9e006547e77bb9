"""Compression of long answers."""

from app import create_app


def long_answer() -> str:
    return "A line that comes again and again.\n" * 100


def test_long_answers_are_compressed_if_asked(environ: dict[str, str]) -> None:
    app = create_app(environ)
    app.add_url_rule("/long", view_func=long_answer)
    client = app.test_client()
    compressed = client.get("/long", headers={"Accept-Encoding": "gzip"})
    assert compressed.headers["Content-Encoding"] == "gzip"
    assert len(compressed.data) < 500
    plain = client.get("/long")
    assert "Content-Encoding" not in plain.headers
    assert plain.text == long_answer()

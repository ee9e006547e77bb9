"""Models and the commands around them."""

from flask import Flask


def test_seeding_keeps_notes(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["seed"])
    assert result.exit_code == 0, result.output
    assert Note.objects.count() == 3

"""Work outside of requests. Without REDIS_URL tasks run at once."""

import logging
import runpy
import socket
from collections.abc import Iterator
from uuid import uuid4

import pytest
from celery import Celery
from flask import Flask
from flask.testing import FlaskClient


@pytest.fixture(autouse=True)
def tasks_at_once(app: Flask) -> Iterator[None]:
    """Make the application that tests use the one whose tasks are run."""
    init_celery(app)
    yield
    init_celery(app)


def test_a_new_note_is_announced(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    # slot: tests.create_note
    assert response.status_code < 400
    assert "There is a new note: Party" in caplog.text


def test_a_lost_note_is_not_announced(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    announce_note.delay(str(uuid4()))
    assert "new note" not in caplog.text


def test_a_note_is_kept_though_the_queue_does_not_answer(
    app: Flask,
    client: FlaskClient,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.socket() as bound:  # nobody listens there
        bound.bind(("127.0.0.1", 0))
        address = f"redis://127.0.0.1:{bound.getsockname()[1]}/0"
        monkeypatch.setitem(app.config, "REDIS_URL", address)
        init_celery(app)
        # slot: tests.create_note
    assert response.status_code < 400
    assert "The queue does not answer" in caplog.text


def test_the_worker_starts(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_DOTENV_DISABLED", "1")
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:6379/0")
    celery = runpy.run_path("worker.py")["celery"]
    assert isinstance(celery, Celery)
    assert not celery.conf.task_always_eager


def test_a_worker_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_DOTENV_DISABLED", "1")
    monkeypatch.setenv("SECRET_KEY", "short")
    with pytest.raises(SystemExit, match="SECRET_KEY"):
        runpy.run_path("worker.py")

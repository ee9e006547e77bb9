# fill: tasks
from typing import Any
from uuid import UUID

from celery import Celery, Task, shared_task
from flask import Flask, current_app, has_app_context
from kombu.exceptions import OperationalError

def init_celery(app: Flask) -> None:
    """Let tasks run in the application's context."""

    class ContextTask(Task[Any, Any]):
        def __call__(self, *args: Any, **kwargs: Any) -> Any:
            if has_app_context():
                return self.run(*args, **kwargs)
            with app.app_context():
                return self.run(*args, **kwargs)

    url = app.config["REDIS_URL"]
    celery = Celery(app.name, broker=url or "memory://", task_cls=ContextTask)
    celery.conf.update(
        # Without Redis there is no worker: tasks run at once, where they are asked for.
        task_always_eager=not url,
        task_ignore_result=True,
        # A task that a lost worker had begun is done again: write tasks accordingly.
        task_acks_late=True,
        task_time_limit=300,
        task_publish_retry=False,
        broker_connection_retry_on_startup=True,
        # Whoever queues a task is told at once that Redis does not answer.
        broker_transport_options={"max_retries": 0, "socket_connect_timeout": 2},
        worker_hijack_root_logger=False,
    )
    celery.set_default()
    app.extensions["celery"] = celery


@shared_task
def announce_note(note_id: str) -> None:
    """Tell about a new note. The log hears of it; send a mail or call a hook here."""
    # slot: tasks.load_note
    if note:
        current_app.logger.info("There is a new note: %s", note.title)


def announce_later(note_id: UUID) -> None:
    """Queue the announcement. The note is kept even if there is no queue to be had."""
    try:
        announce_note.delay(str(note_id))
    except OperationalError:
        current_app.logger.exception("The queue does not answer")

# fill: app.init
init_celery(app)

# fill: notes.created
announce_later(note.id)

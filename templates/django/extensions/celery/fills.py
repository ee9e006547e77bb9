# fill: config.init
from config.celery import app as celery_app

# `@shared_task` belongs to this one.
__all__ = ["celery_app"]

# fill: settings.concerns
from config.settings.tasks import *

# fill: settings.tasks_section
# Background tasks

# slot: settings.tasks

# fill: settings.tasks
from celery.schedules import crontab

from config.env import env

CELERY_BROKER_URL = env.str("REDIS_URL", default="")
# Without Redis (development) a task runs at once, where it is called.
CELERY_TASK_ALWAYS_EAGER = not CELERY_BROKER_URL
CELERY_TASK_EAGER_PROPAGATES = True
# What a task returns is not kept: it writes down itself what must last.
CELERY_TASK_IGNORE_RESULT = True
# What a lost worker had begun is done again: every task must bear running twice.
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_TIME_LIMIT = 300
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "UTC"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
# The timetable, which `beat` keeps.
CELERY_BEAT_SCHEDULE = {
    "clear-sessions": {
        "task": "users.tasks.clear_sessions",
        "schedule": crontab(hour=4, minute=0),
    },
    # slot: settings.schedule many
}

# fill: settings.test
# Tasks run at once, where they are called.
CELERY_TASK_ALWAYS_EAGER = True

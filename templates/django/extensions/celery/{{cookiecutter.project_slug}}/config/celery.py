"""The Celery application. Its settings are those of Django that begin with CELERY_."""

from celery import Celery

app = Celery("config")
app.config_from_object("django.conf:settings", namespace="CELERY")
# Finds the tasks.py of every app.
app.autodiscover_tasks()

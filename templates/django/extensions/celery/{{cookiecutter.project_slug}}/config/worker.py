"""What `celery --app config.worker` starts: a worker, or beat."""

import os

from config.celery import app
from config.env import read_dotenv

__all__ = ["app"]

read_dotenv()
# slot: settings.entry_point

"""What a Celery worker starts: `celery --app worker worker`."""

import sys

from dotenv import load_dotenv

from app import create_app

load_dotenv()
try:
    celery = create_app().extensions["celery"]
except ConfigError as error:
    sys.exit(f"Error: {error}")

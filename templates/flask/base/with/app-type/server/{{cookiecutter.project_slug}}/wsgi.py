"""What `flask` and gunicorn start."""

import sys

from dotenv import load_dotenv

from app import create_app

load_dotenv()
try:
    app = create_app()
except ConfigError as error:
    sys.exit(f"Error: {error}")

"""The ASGI application: `gunicorn --worker-class asgi --threads 1 config.asgi`."""

import os

from django.core.asgi import get_asgi_application

from config.env import read_dotenv

read_dotenv()
# slot: settings.entry_point

application = get_asgi_application()

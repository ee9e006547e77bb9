"""The WSGI application: `gunicorn config.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

from config.env import read_dotenv

read_dotenv()
# slot: settings.entry_point

application = get_wsgi_application()

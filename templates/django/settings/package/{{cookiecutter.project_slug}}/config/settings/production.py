"""Production: everything that `manage.py check --deploy` asks for."""

from config.env import secret_key
from config.settings.base import *

DEBUG = False
SECRET_KEY = secret_key(production=True)

# slot: settings.production

"""Development on your own machine: readable errors, no HTTPS."""

from config.env import secret_key
from config.settings.base import *

DEBUG = True
SECRET_KEY = secret_key(production=False)
# slot: settings.development many

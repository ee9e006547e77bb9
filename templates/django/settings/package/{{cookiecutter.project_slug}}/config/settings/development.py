"""Development on your own machine: readable errors, no HTTPS."""

from config.env import secret_key
from config.settings.base import *

DEBUG = True
SECRET_KEY = secret_key(production=False)
INTERNAL_IPS = ["127.0.0.1"]
# slot: settings.development many

"""Settings of the test run: no .env, nothing slow, nothing that leaves the machine."""

import os

os.environ["SECRET_KEY"] = "a-key-for-the-tests-which-sign-nothing-of-value-with-it"
# slot: settings.test_environment many

from config.settings import *

ALLOWED_HOSTS = ["testserver"]
SECURE_SSL_REDIRECT = False
# slot: settings.test many

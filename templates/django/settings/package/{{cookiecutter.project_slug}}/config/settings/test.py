"""The test run: no .env, nothing slow, nothing that leaves the machine."""

# slot: settings.test_imports
# slot: settings.test_environment many

from config.settings.base import *

DEBUG = False
SECRET_KEY = "a-key-for-the-tests-which-sign-nothing-of-value-with-it"
ALLOWED_HOSTS = ["testserver"]
# slot: settings.test many

# fill: settings.production_extras
from django.core.exceptions import ImproperlyConfigured

if not env.str("REDIS_URL", default=""):
    raise ImproperlyConfigured("REDIS_URL is not set: see .env.example.")

# fill: tests.variables
"REDIS_URL": "redis://127.0.0.1:6379/0",

# fill: tests.commands
def test_production_needs_redis() -> None:
    result = manage("check", **PRODUCTION, **(SECRET | {"REDIS_URL": ""}))

    assert result.returncode != 0
    assert "REDIS_URL is not set" in result.stderr

# fill: settings.test_environment
import os

# Demanded, but never connected to.
os.environ["REDIS_URL"] = "redis://127.0.0.1:6379/0"

"""The project's folder, and the variables it is configured with.

A variable of the process wins over the same name in `.env`. Only the entry
points (manage.py, wsgi.py, asgi.py) read that file: the settings do not, so the
tests never depend on what your `.env` says.
"""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()

HOW_TO_MAKE_A_KEY = (
    "Make one with: python -c 'import secrets; print(secrets.token_urlsafe(64))'"
)


def read_dotenv() -> None:
    """Load `.env` from the project's folder, if it is there."""
    env.read_env(BASE_DIR / ".env", recurse=False)


def secret_key(*, production: bool) -> str:
    """Return SECRET_KEY, or say how to get one."""
    key = env.str("SECRET_KEY", default="")
    if not key:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. Copy .env.example to .env, or set the variable. "
            + HOW_TO_MAKE_A_KEY
        )
    if production and key.startswith("only-for-development"):
        raise ImproperlyConfigured(
            "SECRET_KEY still is the one of .env.example. " + HOW_TO_MAKE_A_KEY
        )
    return key

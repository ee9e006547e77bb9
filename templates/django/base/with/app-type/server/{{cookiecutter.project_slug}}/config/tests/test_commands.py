"""manage.py, run the way you and the server run it, in a process of its own."""

import os
import subprocess
import sys
from secrets import token_urlsafe

import pytest

from config.env import BASE_DIR

SECRET = {
    "SECRET_KEY": token_urlsafe(64),
    # slot: tests.variables many
}
# slot: tests.modes


def manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py with these variables, which win over the .env file."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *arguments],
        cwd=BASE_DIR,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_production_settings_are_safe() -> None:
    result = manage(
        *("check", "--deploy", "--fail-level=WARNING"),
        **PRODUCTION,
        **SECRET,
        NUM_PROXIES="1",
        # slot: tests.production_variables many
    )

    assert result.returncode == 0, result.stderr


def test_the_development_settings_work() -> None:
    result = manage("check", "--fail-level=WARNING", **DEVELOPMENT, **SECRET)

    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    ("key", "message"),
    [("", "SECRET_KEY is not set"), ("only-for-development-x", "of .env.example")],
)
def test_production_needs_a_secret_of_its_own(key: str, message: str) -> None:
    result = manage("check", **PRODUCTION, SECRET_KEY=key)

    assert result.returncode != 0
    assert message in result.stderr


# slot: tests.commands many spaced

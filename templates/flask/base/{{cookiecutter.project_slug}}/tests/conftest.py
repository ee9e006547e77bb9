"""What the tests share. They never read `.env`."""

import pytest
from flask import Flask

from app import create_app

# slot: tests.helpers many


@pytest.fixture(scope="session")
def environ() -> dict[str, str]:
    """Hold the environment that the application is built from."""
    return {
        # slot: tests.environ many
    }


@pytest.fixture(scope="session")
def app(environ: dict[str, str]) -> Flask:
    """Build the application as production runs it: without TESTING and debugging."""
    # slot: tests.app


# slot: tests.database
# slot: tests.client
# slot: tests.fixtures many

# fill: config
from collections.abc import Mapping
from typing import Any


# slot: config.error


def read_settings(environ: Mapping[str, str]) -> dict[str, Any]:
    """Turn environment variables, listed in .env.example, into settings."""
    debug = is_on(environ, "FLASK_DEBUG")
    return {
        "DEBUG": debug,
        # slot: config.server
        # slot: config.values many
    }


def is_on(environ: Mapping[str, str], name: str) -> bool:
    """Read a switch."""
    return environ.get(name, "").lower() in {"1", "true", "yes", "on"}


# slot: config.helpers many

# fill: factory
import os
from collections.abc import Mapping
from typing import Any

from flask import Flask


def create_app(environ: Mapping[str, str] = os.environ, **settings: Any) -> Flask:
    """Build the application; keyword arguments override what the environment says."""
    # slot: app.create
    app.config.from_mapping(read_settings(environ), **settings)
    # slot: app.server
    # slot: app.init many
    # slot: app.error_handlers many
    # slot: app.health
    # slot: app.blueprints many
    # slot: app.last many
    return app

# fill: config.error
class ConfigError(Exception):
    """A setting is missing or wrong; the message says which, and what to do."""

# fill: config.server
"SECRET_KEY": secret_key(environ, debug=debug),
"SESSION_COOKIE_SAMESITE": "Lax",
"SESSION_COOKIE_SECURE": not debug,
# A larger request is refused with 413.
"MAX_CONTENT_LENGTH": 1024 * 1024,
"LOG_LEVEL": log_level(environ),
# How many proxies in front set X-Forwarded-For, -Proto and -Host anew.
"TRUSTED_PROXIES": whole_number(environ, "TRUSTED_PROXIES"),

# fill: config.helpers
import logging


def secret_key(environ: Mapping[str, str], *, debug: bool) -> str:
    """Read the key that signs sessions and tokens."""
    key = environ.get("SECRET_KEY", "")
    if len(key) < 50 or (key.startswith("only-for-development") and not debug):
        raise ConfigError(
            "SECRET_KEY has to be at least 50 random characters. This makes some: "
            'python -c "import secrets; print(secrets.token_urlsafe(48))"'
        )
    return key


def log_level(environ: Mapping[str, str]) -> str:
    """Read how much is logged."""
    level = environ.get("LOG_LEVEL", "INFO").upper()
    if level not in logging.getLevelNamesMapping():
        raise ConfigError(f"LOG_LEVEL is {level!r}; use DEBUG, INFO, WARNING or ERROR.")
    return level


def whole_number(environ: Mapping[str, str], name: str) -> int:
    """Read a number; left out, it is zero."""
    value = environ.get(name, "0")
    if not value.isdecimal():
        raise ConfigError(f"{name} is {value!r}; it has to be a whole number.")
    return int(value)

# fill: logs
import json
import logging
import re
import time
from datetime import UTC, datetime
from logging.config import dictConfig
from uuid import uuid4

from flask import Flask, Response, g, has_app_context, request

logger = logging.getLogger("app.requests")

# What proxies send as X-Request-ID; anything else could forge lines of the log.
REQUEST_ID = re.compile(r"[\w.-]{1,64}", re.ASCII)


class JSONFormatter(logging.Formatter):
    """Writes a JSON object a line, for log collectors."""

    def format(self, record: logging.LogRecord) -> str:
        """Turn a record into a line."""
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": getattr(record, "request_id", None),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(entry)


def add_request_id(record: logging.LogRecord) -> bool:
    """Mark a record with the request that it belongs to."""
    record.request_id = g.get("request_id") if has_app_context() else None
    return True


def init_logs(app: Flask) -> None:
    """Send all logs to the standard error stream, and write a line per request."""
    dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "filters": {"request_id": {"()": lambda: add_request_id}},
            "formatters": {
                "json": {"()": JSONFormatter},
                "readable": {"format": "%(levelname)-8s %(name)s: %(message)s"},
            },
            "handlers": {
                "stderr": {
                    "class": "logging.StreamHandler",
                    "filters": ["request_id"],
                    "formatter": "readable" if app.debug else "json",
                }
            },
            "root": {"level": app.config["LOG_LEVEL"], "handlers": ["stderr"]},
        }
    )
    app.before_request(start_request)
    app.after_request(finish_request)


def start_request() -> None:
    """Give the request an id: the proxy's if it sent one."""
    sent = request.headers.get("X-Request-ID", "")
    g.request_id = sent if REQUEST_ID.fullmatch(sent) else uuid4().hex
    g.started = time.perf_counter()


def finish_request(response: Response) -> Response:
    """Log the request, tell the client its id and browsers to be careful."""
    milliseconds = (time.perf_counter() - g.started) * 1000
    logger.info(
        "%s %s %s in %.1f ms",
        request.method,
        request.path,
        response.status_code,
        milliseconds,
    )
    response.headers["X-Request-ID"] = g.request_id
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    return response

# fill: views.health
from flask import Blueprint
from flask.typing import ResponseReturnValue

health = Blueprint("health", __name__)


@health.get("/healthz")
def liveness() -> ResponseReturnValue:
    """Say that the process answers; who gets no answer starts it anew."""
    return {"status": "ok"}


@health.get("/readyz")
def readiness() -> ResponseReturnValue:
    """Say whether requests can be served; a load balancer asks this."""
    # slot: health.check many
    return {"status": "ok"}

# fill: app.server
from werkzeug.middleware.proxy_fix import ProxyFix

init_logs(app)
if proxies := app.config["TRUSTED_PROXIES"]:
    app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
        app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies
    )

# fill: app.health
app.register_blueprint(health)

# fill: tests.environ
"SECRET_KEY": "a-key-for-tests-" * 4,

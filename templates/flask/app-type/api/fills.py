# fill: app.create
app = Flask(__name__)

# fill: errors
import json
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, current_app
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException


def error_body(
    status: int, message: str, fields: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Say what is wrong, in the one shape that clients have to know."""
    return {"error": {"status": status, "message": message, "fields": fields or {}}}


def handle_http_error(error: HTTPException) -> Response:
    """Answer with JSON; headers such as Allow stay.

    An exception that nobody expected comes here too, as a 500 that tells nothing.
    """
    body = error_body(error.code or 500, error.description or error.name)
    # slot: errors.fields
    response = current_app.make_response(error.get_response())
    response.data = json.dumps(body)
    response.mimetype = "application/json"
    return response


def handle_unfit_text(_: Exception) -> ResponseReturnValue:
    """Refuse a character that cannot be kept, such as half of a surrogate pair."""
    return error_body(422, "The input has a character that cannot be kept."), 422


# slot: errors.handlers many


def register_error_handlers(app: Flask) -> None:
    """Have every error answered here."""
    app.register_error_handler(HTTPException, handle_http_error)
    app.register_error_handler(UnicodeEncodeError, handle_unfit_text)
    # slot: errors.register many

# fill: app.error_handlers
register_error_handlers(app)

# fill: tests.app
return create_app(environ)

# fill: errors.gone
from werkzeug.exceptions import NotFound


def handle_gone(_: Exception) -> Response:
    """Answer a request for something that was deleted while it was under way."""
    # slot: errors.roll_back
    return handle_http_error(NotFound())

# fill: config.values
# An access token is short-lived; a refresh token gets another one.
"JWT_ACCESS_TOKEN_EXPIRES": timedelta(minutes=15),
"JWT_REFRESH_TOKEN_EXPIRES": timedelta(days=30),

# fill: config.helpers
from datetime import timedelta

# fill: auth
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Flask
from flask.typing import ResponseReturnValue
from flask_jwt_extended import JWTManager


def init_auth(app: Flask) -> None:
    """Accept tokens, and answer in our own words when one is no good."""
    jwt = JWTManager(app)
    jwt.user_identity_loader(identify)
    jwt.user_lookup_loader(find_user)
    jwt.token_in_blocklist_loader(is_logged_out)
    jwt.unauthorized_loader(refuse)
    jwt.invalid_token_loader(refuse)
    jwt.expired_token_loader(refuse_expired)
    jwt.revoked_token_loader(refuse_ended)
    jwt.user_lookup_error_loader(refuse_ended)


def identify(user: User) -> str:
    """Say what stands in a token for a user; it has to be a text."""
    return str(user.id)


def find_user(_: Mapping[str, Any], token: Mapping[str, Any]) -> User | None:
    """Return the user of a token; views get it as `current_user`."""
    user_id = UUID(token["sub"])
    # slot: users.get


def is_logged_out(_: Mapping[str, Any], token: Mapping[str, Any]) -> bool:
    """Say whether the session that a token belongs to was ended."""
    session_id = UUID(token["session"])
    # slot: sessions.is_ended


def refuse(reason: str) -> ResponseReturnValue:
    """Answer a request whose token is missing or broken."""
    return error_body(401, f"{reason}."), 401, {"WWW-Authenticate": "Bearer"}


def refuse_expired(*_: Mapping[str, Any]) -> ResponseReturnValue:
    """Answer a request whose token is too old."""
    return refuse("The token has expired")


def refuse_ended(*_: Mapping[str, Any]) -> ResponseReturnValue:
    """Answer a request whose user has logged out, or is gone."""
    return refuse("The token is not valid any more")

# fill: app.init
init_auth(app)

# fill: auth.method_decorators
from flask_jwt_extended import current_user, jwt_required

method_decorators = [jwt_required()]

# fill: auth.decorators
from flask_jwt_extended import current_user, jwt_required

decorators = [jwt_required()]

# fill: users.taken
from flask import abort

abort(409, "This e-mail address is taken.")

# fill: sessions.start
from uuid import uuid4

from flask import abort
from flask_jwt_extended import create_access_token, create_refresh_token

if user is None or not user.check_password(password):
    abort(401, "The e-mail address or the password is wrong.")
# Both tokens belong to one session, so that logging out ends both.
claims = {"session": str(uuid4())}

# fill: sessions.return_tokens
return {
    "access_token": create_access_token(user, additional_claims=claims),
    "refresh_token": create_refresh_token(user, additional_claims=claims),
}

# fill: sessions.return_access
from flask_jwt_extended import create_access_token, get_jwt

claims = {"session": get_jwt()["session"]}
token = create_access_token(current_user, additional_claims=claims)
return {"access_token": token}

# fill: sessions.end
from uuid import UUID

from flask import current_app
from flask_jwt_extended import get_jwt

session_id = UUID(get_jwt()["session"])
# By then the last token of the session has expired.
forget_at = now() + current_app.config["JWT_REFRESH_TOKEN_EXPIRES"]
# slot: sessions.keep_ended

# fill: tests.client
from flask.testing import FlaskClient

from tests.factories import log_in


@pytest.fixture
def anonymous(app: Flask) -> FlaskClient:
    """Send requests as a stranger."""
    return app.test_client()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Send requests as Ada, who has logged in."""
    return log_in(app, "ada@example.com")

# fill: tests.factories
from uuid import uuid4

from flask import Flask
from flask_jwt_extended import create_access_token

AUTH = "/api/v1/auth"


def log_in(app: Flask, email: str) -> FlaskClient:
    """Keep a user, and return a client that sends a token of theirs."""
    user = User(email=email, password_hash="no password fits")
    client = app.test_client()
    with app.app_context():
        # slot: users.keep
        token = create_access_token(user, additional_claims={"session": str(uuid4())})
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return client

# fill: tests.notes
from flask import Flask

from tests.factories import log_in


def test_strangers_are_refused(anonymous: FlaskClient) -> None:
    url = f"{NOTES}/{uuid4()}"
    for method, address in (
        ("GET", NOTES),
        ("POST", NOTES),
        ("GET", url),
        ("PUT", url),
        ("PATCH", url),
        ("DELETE", url),
    ):
        response = anonymous.open(address, method=method, json={"title": "x"})
        assert response.status_code == 401, (method, address)
        assert response.get_json()["error"]["status"] == 401


def test_notes_of_others_cannot_be_found(client: FlaskClient, app: Flask) -> None:
    note = write_note(client)
    url = f"{NOTES}/{note['id']}"
    other = log_in(app, "bob@example.com")
    assert other.get(NOTES).get_json()["total"] == 0
    for method in ("GET", "PUT", "PATCH", "DELETE"):
        response = other.open(url, method=method, json={"title": "Mine"})
        assert response.status_code == 404
    assert client.get(url).get_json() == note

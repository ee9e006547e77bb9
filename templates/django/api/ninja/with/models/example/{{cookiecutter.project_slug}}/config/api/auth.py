"""Who is calling: an access token, or the session of the admin site."""

from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth

from tokens.services import read_access_token
from users.models import User


class APIRequest(HttpRequest):
    """A request that the API let through: for annotations."""

    user: User


class TokenAuth(HttpBearer):
    """Authorization: Bearer TOKEN"""

    def authenticate(self, request: HttpRequest, token: str) -> User | None:
        user = read_access_token(token)
        if user is not None:
            request.user = user
        return user


class AdminSessionAuth(SessionAuth):
    """The session of the admin site, whose changes need the CSRF token of a page."""

    def __call__(self, request: HttpRequest) -> Any:
        # Without a session there is nothing to protect: a token that is no longer
        # good is a 401, as everywhere, and not a missing CSRF token.
        return super().__call__(request) if request.user.is_authenticated else None


AUTH = [TokenAuth(), AdminSessionAuth()]

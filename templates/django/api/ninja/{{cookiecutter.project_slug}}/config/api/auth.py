"""Who is calling: an access token, or the session of the admin site."""

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


AUTH = [TokenAuth(), SessionAuth()]

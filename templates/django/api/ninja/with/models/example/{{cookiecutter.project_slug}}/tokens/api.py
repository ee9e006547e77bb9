"""Logging in, staying logged in, logging out."""

from django.contrib.auth import authenticate
from django.contrib.auth.models import update_last_login
from django.http import HttpRequest
from ninja import Router, Schema
from ninja.errors import AuthenticationError
from ninja.throttling import AnonRateThrottle

from config.api.errors import errors
from config.api.fields import Input, Text
from tokens.services import Pair, issue, revoke, trade
from users.models import User

router = Router(throttle=AnonRateThrottle("10/m"))


class Credentials(Input):
    email: Text
    password: Text


class Refresh(Input):
    refresh: Text


class TokenPair(Schema):
    access: str
    refresh: str


class Done(Schema):
    """Nothing to say."""


@router.post("token/", response={200: TokenPair, **errors(400, 401)}, auth=None)
def log_in(request: HttpRequest, data: Credentials) -> Pair:
    """Log in: an access token for the next minutes, a refresh token for later."""
    user = authenticate(request, username=data.email, password=data.password)
    if not isinstance(user, User):
        raise AuthenticationError
    # slot: ninja.log_in_rule
    update_last_login(User, user)
    return issue(user)


@router.post("token/refresh/", response={200: TokenPair, **errors(400, 401)}, auth=None)
def renew(request: HttpRequest, data: Refresh) -> Pair:
    """Trade a refresh token for new tokens; it works once."""
    pair = trade(data.refresh)
    if pair is None:
        raise AuthenticationError
    return pair


@router.post("token/revoke/", response={200: Done, **errors(400)}, auth=None)
def log_out(request: HttpRequest, data: Refresh) -> dict[str, str]:
    """Log out: the refresh token works no longer."""
    revoke(data.refresh)
    return {}

"""Making, reading, trading and revoking tokens.

An access token is a JWT that is good for minutes and kept nowhere. A refresh token
is a row in the database: it works once, so that a stolen copy is found out. A new
password ends both.
"""

import hashlib
import secrets
from dataclasses import dataclass

import jwt
from django.conf import settings
from django.utils import timezone

from tokens.models import RefreshToken
from users.models import User

ALGORITHM = "HS256"


@dataclass(frozen=True)
class Pair:
    access: str
    refresh: str


def issue(user: User) -> Pair:
    """Return new tokens; forget those of this user that are too old anyway."""
    now = timezone.now()
    user.refresh_tokens.filter(expires_at__lte=now).delete()
    refresh = secrets.token_urlsafe(32)
    RefreshToken.objects.create(
        user=user,
        digest=digest(refresh),
        fingerprint=fingerprint(user),
        expires_at=now + settings.REFRESH_TOKEN_LIFETIME,
    )
    claims = {
        "sub": str(user.pk),
        "password": fingerprint(user),
        "exp": now + settings.ACCESS_TOKEN_LIFETIME,
    }
    return Pair(jwt.encode(claims, settings.SECRET_KEY, ALGORITHM), refresh)


def read_access_token(token: str) -> User | None:
    """Return whose token it is, if it is still good."""
    try:
        claims = jwt.decode(
            token,
            settings.SECRET_KEY,
            algorithms=[ALGORITHM],
            options={"require": ["sub", "password", "exp"]},
        )
    except jwt.InvalidTokenError:
        return None
    user = User.objects.filter(pk=claims["sub"], is_active=True).first()
    return user if user and fingerprint(user) == claims["password"] else None


def trade(refresh: str) -> Pair | None:
    """Return new tokens for a refresh token that is good, and let it be the last."""
    token = (
        RefreshToken.objects.select_related("user")
        .filter(digest=digest(refresh), expires_at__gt=timezone.now())
        .first()
    )
    # Of two who use it at the same moment, the database lets one delete it.
    if token is None or not revoke(refresh):
        return None
    user = token.user
    if not user.is_active or token.fingerprint != fingerprint(user):
        return None
    return issue(user)


def revoke(refresh: str) -> bool:
    """Delete a refresh token; say whether it was there."""
    deleted, _ = RefreshToken.objects.filter(digest=digest(refresh)).delete()
    return deleted > 0


def digest(refresh: str) -> str:
    return hashlib.sha256(refresh.encode()).hexdigest()


def fingerprint(user: User) -> str:
    """Return what changes when the password does."""
    return user.get_session_auth_hash()[:16]

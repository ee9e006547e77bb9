"""Refresh tokens that work once.

SimpleJWT's own app for that, `token_blacklist`, has integer keys in its migrations,
which MongoDB does not have: this is the same with a collection of our own.
"""

from django.db import IntegrityError
from django.utils.translation import gettext as _
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import RefreshToken
from rest_framework_simplejwt.utils import datetime_from_epoch

from tokens.models import RevokedToken


class OneTimeRefreshToken(RefreshToken):
    """A refresh token that is refused once it was traded or revoked."""

    def verify(self) -> None:
        super().verify()
        if RevokedToken.objects.filter(pk=self["jti"]).exists():
            raise used_before()

    def blacklist(self) -> RevokedToken:  # type: ignore[override]  # not their model
        """Let the token work no longer. Raises TokenError if it already does not."""
        try:
            return RevokedToken.objects.create(
                jti=self["jti"], expires_at=datetime_from_epoch(self["exp"])
            )
        except IntegrityError as error:
            # Of two who use it at the same moment, the database lets one in.
            raise used_before() from error


def used_before() -> TokenError:
    return TokenError(_("Token is blacklisted"))

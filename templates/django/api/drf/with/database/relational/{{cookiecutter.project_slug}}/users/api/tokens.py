from typing import Any

from django.utils.translation import gettext as _
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken
from rest_framework_simplejwt.tokens import RefreshToken


class OneTimeRefreshToken(RefreshToken):
    """A refresh token that works once, even if two use it at the same moment."""

    def blacklist(self) -> BlacklistedToken:
        """Let the token work no longer. Raises TokenError if it already does not."""
        # SimpleJWT annotates the first of the two that it returns.
        result: Any = super().blacklist()
        revoked: BlacklistedToken
        revoked, created = result
        if not created:
            raise TokenError(_("Token is blacklisted"))
        return revoked

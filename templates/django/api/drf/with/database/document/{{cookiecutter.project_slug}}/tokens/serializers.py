"""What trades and revokes refresh tokens: SimpleJWT's serializers with our token."""

from rest_framework_simplejwt.serializers import (
    TokenBlacklistSerializer,
    TokenRefreshSerializer,
)

from tokens.refresh import OneTimeRefreshToken


class RefreshSerializer(TokenRefreshSerializer):
    token_class = OneTimeRefreshToken


class RevokeSerializer(TokenBlacklistSerializer):
    token_class = OneTimeRefreshToken

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError as DjangoValidationError
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.serializers import (
    TokenBlacklistSerializer,
    TokenRefreshSerializer,
)

from users.api.tokens import OneTimeRefreshToken
from users.models import User


class RegistrationSerializer(serializers.ModelSerializer[User]):
    # slot: serializers.key
    password = serializers.CharField(
        write_only=True, trim_whitespace=False, style={"input_type": "password"}
    )

    class Meta:
        model = User
        fields = ["id", "email", "name", "password"]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Judge the password together with the address and the name it may copy."""
        password = attrs.pop("password")
        try:
            validate_password(password, User(**attrs))
        except DjangoValidationError as error:
            raise serializers.ValidationError({"password": error.messages}) from error
        return {**attrs, "password": password}

    def create(self, validated_data: dict[str, Any]) -> User:
        return User.objects.create_user(**validated_data)


class UserSerializer(serializers.ModelSerializer[User]):
    # slot: serializers.key

    class Meta:
        model = User
        fields = ["id", "email", "name", "date_joined"]
        read_only_fields = ["email", "date_joined"]

    def update(self, instance: User, validated_data: dict[str, Any]) -> User:
        """Write what was sent alone: what else was changed meanwhile stays so."""
        for name, value in validated_data.items():
            setattr(instance, name, value)
        instance.save(update_fields=validated_data)
        return instance


class RefreshSerializer(TokenRefreshSerializer):
    token_class = OneTimeRefreshToken

    def validate(self, attrs: dict[str, Any]) -> dict[str, str]:
        """Refuse the token of a user who was deleted: SimpleJWT expects to find one."""
        try:
            return super().validate(attrs)
        except User.DoesNotExist as error:
            raise TokenError(_("User not found")) from error


class RevokeSerializer(TokenBlacklistSerializer):
    token_class = OneTimeRefreshToken

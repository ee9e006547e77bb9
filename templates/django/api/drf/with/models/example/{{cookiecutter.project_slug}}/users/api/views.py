from typing import cast

from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ValidationError
from rest_framework.generics import CreateAPIView, RetrieveUpdateAPIView
from rest_framework.permissions import AllowAny
from rest_framework.serializers import BaseSerializer
from rest_framework_simplejwt import views as jwt

from users.api.serializers import RegistrationSerializer, UserSerializer
from users.models import User


class RegisterView(CreateAPIView[User]):
    """Create an account; no token is needed."""

    serializer_class = RegistrationSerializer
    permission_classes = [AllowAny]
    throttle_scope = "auth"

    def perform_create(self, serializer: BaseSerializer[User]) -> None:
        try:
            # slot: users.save_registration
        except IntegrityError as error:
            # Somebody took the address since the serializer looked.
            raise ValidationError({"email": [_("This address is taken.")]}) from error


class MeView(RetrieveUpdateAPIView[User]):
    """Your own account."""

    serializer_class = UserSerializer
    http_method_names = ["get", "patch", "head", "options"]

    def get_object(self) -> User:
        return cast(User, self.request.user)


class TokenView(jwt.TokenObtainPairView):
    """Log in: an access token for the next minutes, a refresh token for later."""

    throttle_scope = "auth"


class TokenRefreshView(jwt.TokenRefreshView):
    """Trade a refresh token for new tokens; it works once."""

    throttle_scope = "auth"


class TokenRevokeView(jwt.TokenBlacklistView):
    """Log out: the refresh token works no longer."""

    throttle_scope = "auth"

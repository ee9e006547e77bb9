# fill: views.user
from typing import Any

from flask.views import MethodView
from flask_jwt_extended import current_user, jwt_required
from flask_smorest import Blueprint as APIBlueprint

auth_views = APIBlueprint(
    "auth", __name__, description="Signing up, logging in and out"
)
auth_views.before_request(require_json)


@auth_views.route("/register")
class Register(MethodView):
    """Signing up."""

    @auth_views.arguments(CredentialsSchema)
    @auth_views.response(201, UserSchema)
    @auth_views.doc(security=[])
    def post(self, data: dict[str, Any]) -> User:
        """Keep a new user."""
        email, password = data["email"], data["password"]
        # slot: users.insert
        return user


@auth_views.route("/login")
class LogIn(MethodView):
    """Logging in."""

    # slot: auth.login_decorators

    @auth_views.arguments(CredentialsSchema)
    @auth_views.response(200, TokensSchema)
    @auth_views.doc(security=[])
    def post(self, data: dict[str, Any]) -> dict[str, str]:
        """Start a session."""
        email, password = data["email"], data["password"]
        # slot: users.find
        # slot: sessions.start
        # slot: sessions.return_tokens


@auth_views.route("/refresh")
class Refresh(MethodView):
    """Staying logged in."""

    decorators = [jwt_required(refresh=True)]

    @auth_views.response(200, AccessTokenSchema)
    def post(self) -> dict[str, str]:
        """Return a new access token for a refresh token."""
        # slot: sessions.return_access


@auth_views.route("/logout")
class LogOut(MethodView):
    """Logging out."""

    decorators = [jwt_required()]

    @auth_views.response(204)
    def post(self) -> None:
        """End the session that the token belongs to."""
        # slot: sessions.end


@auth_views.route("/me")
class Me(MethodView):
    """Who is asking."""

    decorators = [jwt_required()]

    @auth_views.response(200, UserSchema)
    def get(self) -> User:
        """Return the user."""
        user: User = current_user
        return user

# fill: auth.resources
api.register_blueprint(auth_views, url_prefix="/api/v1/auth")

# fill: auth.security
bearer = {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
api.spec.components.security_scheme("bearer", bearer)

# fill: config.values
"API_SPEC_OPTIONS": {"security": [{"bearer": []}]},

# fill: auth.document_test
assert document["security"] == [{"bearer": []}]
assert document["paths"]["/api/v1/auth/login"]["post"]["security"] == []

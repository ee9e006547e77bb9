# fill: views.user
from flask.typing import ResponseReturnValue
from flask_classful import FlaskView, route
from flask_jwt_extended import current_user, jwt_required


class AuthView(FlaskView):
    """Signing up, logging in and out."""

    route_base = "/auth"

    @route("/register", methods=["POST"])
    def sign_up(self) -> ResponseReturnValue:
        """Keep a new user."""
        # slot: users.parse
        email, password = data["email"], data["password"]
        # slot: users.insert
        # slot: users.return_created

    @route("/login", methods=["POST"])
    # slot: auth.login_route
    def log_in(self) -> ResponseReturnValue:
        """Start a session."""
        # slot: users.parse
        email, password = data["email"], data["password"]
        # slot: users.find
        # slot: sessions.start
        # slot: sessions.return_tokens

    @route("/refresh", methods=["POST"])
    @jwt_required(refresh=True)
    def refresh(self) -> ResponseReturnValue:
        """Return a new access token for a refresh token."""
        # slot: sessions.return_access

    @route("/logout", methods=["POST"])
    @jwt_required()
    def log_out(self) -> ResponseReturnValue:
        """End the session that the token belongs to."""
        # slot: sessions.end
        return "", 204

    @route("/me", methods=["GET"])
    @jwt_required()
    def me(self) -> ResponseReturnValue:
        """Return the user."""
        # slot: users.return_me

# fill: auth.resources
AuthView.register(api, trailing_slash=False)

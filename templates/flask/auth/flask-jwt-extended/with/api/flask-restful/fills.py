# fill: views.user
from flask.typing import ResponseReturnValue
from flask_jwt_extended import current_user, jwt_required
from flask_restful import Resource


class Register(Resource):
    """Signing up."""

    def post(self) -> ResponseReturnValue:
        """Keep a new user."""
        # slot: users.parse
        email, password = data["email"], data["password"]
        # slot: users.insert
        # slot: users.return_created


class LogIn(Resource):
    """Logging in."""

    # slot: auth.login_decorators

    def post(self) -> ResponseReturnValue:
        """Start a session."""
        # slot: users.parse
        email, password = data["email"], data["password"]
        # slot: users.find
        # slot: sessions.start
        # slot: sessions.return_tokens


class Refresh(Resource):
    """Staying logged in."""

    method_decorators = [jwt_required(refresh=True)]

    def post(self) -> ResponseReturnValue:
        """Return a new access token for a refresh token."""
        # slot: sessions.return_access


class LogOut(Resource):
    """Logging out."""

    method_decorators = [jwt_required()]

    def post(self) -> ResponseReturnValue:
        """End the session that the token belongs to."""
        # slot: sessions.end
        return "", 204


class Me(Resource):
    """Who is asking."""

    method_decorators = [jwt_required()]

    def get(self) -> ResponseReturnValue:
        """Return the user."""
        # slot: users.return_me

# fill: auth.resources
api.add_resource(Register, "/auth/register")
api.add_resource(LogIn, "/auth/login")
api.add_resource(Refresh, "/auth/refresh")
api.add_resource(LogOut, "/auth/logout")
api.add_resource(Me, "/auth/me")

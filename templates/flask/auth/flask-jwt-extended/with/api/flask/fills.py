# fill: views.user
from flask.typing import ResponseReturnValue
from flask.views import MethodView
from flask_jwt_extended import current_user, jwt_required


class Register(MethodView):
    """Signing up."""

    def post(self) -> ResponseReturnValue:
        """Keep a new user."""
        # slot: users.parse
        email, password = data["email"], data["password"]
        # slot: users.insert
        # slot: users.return_created


class LogIn(MethodView):
    """Logging in."""

    # slot: auth.login_decorators

    def post(self) -> ResponseReturnValue:
        """Start a session."""
        # slot: users.parse
        email, password = data["email"], data["password"]
        # slot: users.find
        # slot: sessions.start
        # slot: sessions.return_tokens


class Refresh(MethodView):
    """Staying logged in."""

    decorators = [jwt_required(refresh=True)]

    def post(self) -> ResponseReturnValue:
        """Return a new access token for a refresh token."""
        # slot: sessions.return_access


class LogOut(MethodView):
    """Logging out."""

    decorators = [jwt_required()]

    def post(self) -> ResponseReturnValue:
        """End the session that the token belongs to."""
        # slot: sessions.end
        return "", 204


class Me(MethodView):
    """Who is asking."""

    decorators = [jwt_required()]

    def get(self) -> ResponseReturnValue:
        """Return the user."""
        # slot: users.return_me

# fill: auth.resources
api.add_url_rule("/auth/register", view_func=Register.as_view("register"))
api.add_url_rule("/auth/login", view_func=LogIn.as_view("login"))
api.add_url_rule("/auth/refresh", view_func=Refresh.as_view("refresh"))
api.add_url_rule("/auth/logout", view_func=LogOut.as_view("logout"))
api.add_url_rule("/auth/me", view_func=Me.as_view("me"))

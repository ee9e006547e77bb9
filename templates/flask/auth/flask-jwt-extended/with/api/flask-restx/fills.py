# fill: views.user
from flask.typing import ResponseReturnValue
from flask_jwt_extended import current_user, jwt_required
from flask_restx import Namespace, Resource

auth_api = Namespace("auth", description="Signing up, logging in and out")
auth_api.add_model(error_model.name, error_model)
# slot: restx.user_models


@auth_api.route("/register")
@auth_api.response("default", "An error", error_model)
class Register(Resource):
    """Signing up."""

    # slot: restx.register_documents
    def post(self) -> ResponseReturnValue:
        """Keep a new user."""
        # slot: users.parse
        email, password = data["email"], data["password"]
        # slot: users.insert
        # slot: users.return_created


@auth_api.route("/login")
@auth_api.response("default", "An error", error_model)
class LogIn(Resource):
    """Logging in."""

    # slot: auth.login_decorators

    # slot: restx.login_documents
    def post(self) -> ResponseReturnValue:
        """Start a session."""
        # slot: users.parse
        email, password = data["email"], data["password"]
        # slot: users.find
        # slot: sessions.start
        # slot: sessions.return_tokens


@auth_api.route("/refresh")
@auth_api.response("default", "An error", error_model)
class Refresh(Resource):
    """Staying logged in."""

    method_decorators = [jwt_required(refresh=True)]

    # slot: restx.refresh_documents
    def post(self) -> ResponseReturnValue:
        """Return a new access token for a refresh token."""
        # slot: sessions.return_access


@auth_api.route("/logout")
@auth_api.response("default", "An error", error_model)
class LogOut(Resource):
    """Logging out."""

    method_decorators = [jwt_required()]

    # slot: restx.logout_documents
    def post(self) -> ResponseReturnValue:
        """End the session that the token belongs to."""
        # slot: sessions.end
        return "", 204


@auth_api.route("/me")
@auth_api.response("default", "An error", error_model)
class Me(Resource):
    """Who is asking."""

    method_decorators = [jwt_required()]

    # slot: restx.me_documents
    def get(self) -> ResponseReturnValue:
        """Return the user."""
        # slot: users.return_me

# fill: auth.resources
api.add_namespace(auth_api, path="/auth")

# fill: restx.security
authorizations={
    "bearer": {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": "The word Bearer, a space and the access token",
    }
},
security="bearer",

# fill: auth.document_test
assert document["security"] == [{"bearer": []}]
assert document["paths"]["/auth/login"]["post"]["security"] == []

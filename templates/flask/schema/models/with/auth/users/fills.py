# fill: schemas.user
from typing import Any

from flask_restx import Model, fields, marshal

# In Python `$` alone would let a line break follow.
EMAIL = r"^[^@\s]+@[^@\s]+\.[^@\s.]+$(?!\n)"

credentials_model = Model(
    "Credentials",
    {
        "email": fields.String(required=True, max_length=254, pattern=EMAIL),
        "password": fields.String(required=True, min_length=8, max_length=128),
    },
)

user_model = Model(
    "User",
    {
        "id": fields.String(),
        "email": fields.String(),
        "created_at": fields.DateTime(dt_format="iso8601"),
    },
)

access_token_model = Model("AccessToken", {"access_token": fields.String()})

tokens_model = access_token_model.inherit("Tokens", {"refresh_token": fields.String()})


def read_credentials(payload: object) -> dict[str, Any]:
    """Take what was checked, and treat Ada@example.com as ada@example.com."""
    data = dict(marshal(payload, credentials_model))
    return data | {"email": data["email"].lower()}

# fill: restx.user_models
for model in (credentials_model, user_model, access_token_model, tokens_model):
    auth_api.add_model(model.name, model)

# fill: restx.register_documents
@auth_api.doc(security=[])
@auth_api.expect(credentials_model, validate=True)
@auth_api.response(201, "The new user", user_model)
# fill: restx.login_documents
@auth_api.doc(security=[])
@auth_api.expect(credentials_model, validate=True)
@auth_api.response(200, "Two tokens", tokens_model)
# fill: restx.refresh_documents
@auth_api.response(200, "A token", access_token_model)
# fill: restx.logout_documents
@auth_api.response(204, "The session has ended")
# fill: restx.me_documents
@auth_api.response(200, "The user", user_model)
# fill: users.parse
data = read_credentials(auth_api.payload)

# fill: users.return_created
from flask_restx import marshal

return marshal(user, user_model), 201

# fill: users.return_me
from flask_restx import marshal

return marshal(current_user, user_model)

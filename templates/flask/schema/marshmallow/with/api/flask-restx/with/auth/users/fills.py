# fill: restx.user_models
credentials_model = auth_api.schema_model("Credentials", describe(credentials_schema))
user_model = auth_api.schema_model("User", describe(user_schema))
text = {"type": "string"}
access_token_model = auth_api.schema_model(
    "AccessToken", {"type": "object", "properties": {"access_token": text}}
)
tokens_model = auth_api.schema_model(
    "Tokens",
    {"type": "object", "properties": {"access_token": text, "refresh_token": text}},
)

# fill: restx.register_documents
@auth_api.doc(security=[])
@auth_api.expect(credentials_model)
@auth_api.response(201, "The new user", user_model)
# fill: restx.login_documents
@auth_api.doc(security=[])
@auth_api.expect(credentials_model)
@auth_api.response(200, "Two tokens", tokens_model)
# fill: restx.refresh_documents
@auth_api.response(200, "A token", access_token_model)
# fill: restx.logout_documents
@auth_api.response(204, "The session has ended")
# fill: restx.me_documents
@auth_api.response(200, "The user", user_model)

# fill: settings.token_rule
"USER_AUTHENTICATION_RULE": "users.api.rules.may_have_tokens",

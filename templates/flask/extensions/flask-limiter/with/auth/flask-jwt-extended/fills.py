# fill: auth.login_decorators
# Guessing passwords takes longer.
decorators = [limiter.limit("10 per minute")]

# fill: auth.login_route
# Guessing passwords takes longer.
@limiter.limit("10 per minute")

# fill: tests.limits
def test_passwords_are_guessed_slowly(stranger: FlaskClient) -> None:
    guess = {"email": "ada@example.com", "password": "a guess of 12 or more"}
    address = "/api/v1/auth/login"
    statuses = [stranger.post(address, json=guess).status_code for _ in range(11)]
    assert statuses == [401] * 10 + [429]

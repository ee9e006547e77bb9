# fill: limiter.limits
from typing import Any

# Guessing passwords takes longer.
for rule in app.url_map.iter_rules():
    if rule.rule == "/api/v1/auth/login":
        view: Any = app.view_functions[rule.endpoint]
        app.view_functions[rule.endpoint] = limiter.limit("10 per minute")(view)

# fill: tests.limits
def test_passwords_are_guessed_slowly(stranger: FlaskClient) -> None:
    guess = {"email": "ada@example.com", "password": "a guess of 12 or more"}
    address = "/api/v1/auth/login"
    statuses = [stranger.post(address, json=guess).status_code for _ in range(11)]
    assert statuses == [401] * 10 + [429]

# fill: limiter.limits
# Guessing passwords takes longer.
limiter.limit("10 per minute", methods=["POST"])(auth_pages)

# fill: tests.limits
def test_passwords_are_guessed_slowly(stranger: FlaskClient) -> None:
    form = {"email": "ada@example.com", "password": "a guess"}
    statuses = [stranger.post("/log-in", data=form).status_code for _ in range(11)]
    assert statuses == [422] * 10 + [429]
    assert stranger.get("/log-in").status_code == 200

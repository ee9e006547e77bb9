"""The contract of /api/v1/auth."""

from contextvars import Context
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_jwt_extended import create_access_token
from werkzeug.test import TestResponse

from tests.factories import AUTH, log_in

PASSWORD = "correct horse"
ADA = {"email": "ada@example.com", "password": PASSWORD}


def bearer(token: str) -> dict[str, str]:
    """Return the header that carries a token."""
    return {"Authorization": f"Bearer {token}"}


def assert_refused(response: TestResponse, status: int = 401) -> None:
    """Check that a request was refused, in the shape of all errors."""
    assert response.status_code == status, response.text
    assert response.get_json()["error"]["status"] == status


def test_signing_up(anonymous: FlaskClient) -> None:
    response = anonymous.post(
        f"{AUTH}/register", json=ADA | {"email": "Ada@Example.com"}
    )
    assert response.status_code == 201
    user = response.get_json()
    assert set(user) == {"id", "email", "created_at"}
    assert user["email"] == "ada@example.com"


def test_an_address_is_taken_once(anonymous: FlaskClient) -> None:
    anonymous.post(f"{AUTH}/register", json=ADA)
    for email in ("ada@example.com", "ADA@example.com"):
        response = anonymous.post(f"{AUTH}/register", json=ADA | {"email": email})
        assert_refused(response, 409)


def test_of_two_at_once_one_gets_the_address(
    anonymous: FlaskClient, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    rivals: list[TestResponse] = []
    set_password = User.set_password

    def be_overtaken(user: User, password: str) -> None:
        """Let another request, with a session of its own, end while this one hashes."""
        monkeypatch.setattr(User, "set_password", set_password)
        rival = app.test_client()
        rivals.append(Context().run(rival.post, f"{AUTH}/register", json=ADA))
        user.set_password(password)

    monkeypatch.setattr(User, "set_password", be_overtaken)
    assert_refused(anonymous.post(f"{AUTH}/register", json=ADA), 409)
    assert [rival.status_code for rival in rivals] == [201]
    assert anonymous.post(f"{AUTH}/login", json=ADA).status_code == 200


@pytest.mark.parametrize("path", ["register", "login"])
@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"password": PASSWORD}, "email"),
        ({"email": "ada@example.com"}, "password"),
        (ADA | {"email": "ada"}, "email"),
        (ADA | {"email": "ada@example.com\n"}, "email"),
        (ADA | {"email": "a" * 250 + "@example.com"}, "email"),
        (ADA | {"email": None}, "email"),
        (ADA | {"email": 5}, "email"),
        (ADA | {"password": "short"}, "password"),
        (ADA | {"password": "x" * 129}, "password"),
        (ADA | {"password": 12345678}, "password"),
    ],
)
def test_wrong_input_is_refused_by_field(
    anonymous: FlaskClient, path: str, data: dict[str, str], field: str
) -> None:
    response = anonymous.post(f"{AUTH}/{path}", json=data)
    assert response.status_code == 422
    assert list(response.get_json()["error"]["fields"]) == [field]


def test_input_has_to_be_json(anonymous: FlaskClient) -> None:
    assert_refused(anonymous.post(f"{AUTH}/login", data=ADA), 415)
    response = anonymous.post(f"{AUTH}/login", json=["ada@example.com"])
    assert response.status_code == 422


def test_logging_in_in_any_case(anonymous: FlaskClient) -> None:
    anonymous.post(f"{AUTH}/register", json=ADA)
    response = anonymous.post(f"{AUTH}/login", json=ADA | {"email": "ADA@example.com"})
    assert response.status_code == 200
    assert set(response.get_json()) == {"access_token", "refresh_token"}


@pytest.mark.parametrize(
    "data", [ADA | {"password": "wrong horse"}, ADA | {"email": "bob@example.com"}]
)
def test_wrong_credentials(anonymous: FlaskClient, data: dict[str, str]) -> None:
    anonymous.post(f"{AUTH}/register", json=ADA)
    assert_refused(anonymous.post(f"{AUTH}/login", json=data))


def test_a_token_says_who_is_asking(client: FlaskClient) -> None:
    response = client.get(f"{AUTH}/me")
    assert response.status_code == 200
    assert response.get_json()["email"] == "ada@example.com"


def test_without_token_nobody_is_known(anonymous: FlaskClient) -> None:
    response = anonymous.get(f"{AUTH}/me")
    assert_refused(response)
    assert response.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("token", ["", "garbage", "a.b.c"])
def test_broken_tokens(anonymous: FlaskClient, token: str) -> None:
    assert_refused(anonymous.get(f"{AUTH}/me", headers=bearer(token)))


def test_expired_tokens(client: FlaskClient, app: Flask) -> None:
    claims = {"session": client.get(f"{AUTH}/me").get_json()["id"]}
    with app.app_context():
        user = User(id=claims["session"])
        token = create_access_token(
            user, expires_delta=timedelta(seconds=-1), additional_claims=claims
        )
    assert_refused(client.get(f"{AUTH}/me", headers=bearer(token)))


def test_tokens_of_users_who_are_gone(anonymous: FlaskClient, app: Flask) -> None:
    nobody = "00000000-0000-4000-8000-000000000000"
    with app.app_context():
        token = create_access_token(
            User(id=nobody), additional_claims={"session": nobody}
        )
    assert_refused(anonymous.get(f"{AUTH}/me", headers=bearer(token)))


def test_refreshing(anonymous: FlaskClient) -> None:
    anonymous.post(f"{AUTH}/register", json=ADA)
    tokens = anonymous.post(f"{AUTH}/login", json=ADA).get_json()
    refresh = bearer(tokens["refresh_token"])
    response = anonymous.post(f"{AUTH}/refresh", headers=refresh)
    assert response.status_code == 200
    access = bearer(response.get_json()["access_token"])
    assert anonymous.get(f"{AUTH}/me", headers=access).status_code == 200
    assert_refused(anonymous.post(f"{AUTH}/refresh", headers=access))
    assert_refused(anonymous.get(f"{AUTH}/me", headers=refresh))


def test_logging_out_ends_the_session(anonymous: FlaskClient) -> None:
    anonymous.post(f"{AUTH}/register", json=ADA)
    here = anonymous.post(f"{AUTH}/login", json=ADA).get_json()
    there = anonymous.post(f"{AUTH}/login", json=ADA).get_json()
    access, refresh = bearer(here["access_token"]), bearer(here["refresh_token"])
    response = anonymous.post(f"{AUTH}/logout", headers=access)
    assert response.status_code == 204
    assert_refused(anonymous.get(f"{AUTH}/me", headers=access))
    assert_refused(anonymous.post(f"{AUTH}/refresh", headers=refresh))
    elsewhere = bearer(there["access_token"])
    assert anonymous.get(f"{AUTH}/me", headers=elsewhere).status_code == 200


def test_everyone_logs_in_alone(client: FlaskClient, app: Flask) -> None:
    other = log_in(app, "bob@example.com")
    assert other.get(f"{AUTH}/me").get_json()["email"] == "bob@example.com"
    assert client.get(f"{AUTH}/me").get_json()["email"] == "ada@example.com"

# slot: tests.auth many

"""Accounts: sign up, log in, log out, and whose notes are whose."""

from contextvars import Context

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

PASSWORD = "correct horse battery"


def sign_up(client: FlaskClient, email: str, password: str = PASSWORD) -> TestResponse:
    """Fill in the form, and follow to where that leads."""
    form = {"email": email, "password": password}
    return client.post("/sign-up", data=form, follow_redirects=True)


def log_in(client: FlaskClient, email: str, password: str = PASSWORD) -> TestResponse:
    """Fill in the form, and stay there."""
    return client.post("/log-in", data={"email": email, "password": password})


def test_sign_up_logs_in(anonymous: FlaskClient) -> None:
    assert "12 characters or more" in anonymous.get("/sign-up").text
    page = sign_up(anonymous, "ada@example.com")
    assert page.request.path == "/"
    assert "Your account is ready" in page.text
    assert "Log out" in page.text


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("", PASSWORD),
        ("not an address", PASSWORD),
        ("ada@example.com", "short"),
        ("ada@example.com", "x" * 129),
    ],
)
def test_sign_up_with_a_mistake(
    anonymous: FlaskClient, email: str, password: str
) -> None:
    page = sign_up(anonymous, email, password)
    assert page.status_code == 422
    assert "field-error" in page.text
    assert password not in page.text


def test_an_address_has_one_account(anonymous: FlaskClient) -> None:
    sign_up(anonymous, "ada@example.com")
    anonymous.post("/log-out")
    page = sign_up(anonymous, " ADA@example.com ")
    assert page.status_code == 422
    assert "There is an account with this address already." in page.text


def test_of_two_at_once_one_gets_the_address(
    anonymous: FlaskClient, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    rivals: list[TestResponse] = []
    set_password = User.set_password

    def be_overtaken(user: User, password: str) -> None:
        """Let another request, with a session of its own, end while this one hashes."""
        monkeypatch.setattr(User, "set_password", set_password)
        rivals.append(Context().run(sign_up, app.test_client(), "ada@example.com"))
        user.set_password(password)

    monkeypatch.setattr(User, "set_password", be_overtaken)
    page = sign_up(anonymous, "ada@example.com")
    assert page.status_code == 422
    assert "There is an account with this address already." in page.text
    assert "Your account is ready" in rivals[0].text


def test_log_out_and_in_again(anonymous: FlaskClient) -> None:
    sign_up(anonymous, "ada@example.com")
    page = anonymous.post("/log-out", follow_redirects=True)
    assert "You are logged out." in page.text
    assert anonymous.get("/").status_code == 302
    assert log_in(anonymous, "Ada@Example.com").status_code == 302
    assert anonymous.get("/").status_code == 200


@pytest.mark.parametrize("email", ["ada@example.com", "nobody@example.com"])
def test_a_wrong_log_in_does_not_say_what_is_wrong(
    anonymous: FlaskClient, email: str
) -> None:
    sign_up(anonymous, "ada@example.com")
    anonymous.post("/log-out")
    page = log_in(anonymous, email, "wrong horse battery")
    assert page.status_code == 422
    assert "The address or the password is wrong." in page.text
    assert anonymous.get("/").status_code == 302


def test_log_in_leads_back(anonymous: FlaskClient) -> None:
    sign_up(anonymous, "ada@example.com")
    anonymous.post("/log-out")
    form = anonymous.get("/notes/new", follow_redirects=True)
    assert "Please log in to see this page." in form.text
    address = form.request.full_path
    data = {"email": "ada@example.com", "password": PASSWORD}
    assert anonymous.post(address, data=data).location == "/notes/new"


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example"],
)
def test_log_in_leads_to_no_other_site(anonymous: FlaskClient, target: str) -> None:
    sign_up(anonymous, "ada@example.com")
    anonymous.post("/log-out")
    data = {"email": "ada@example.com", "password": PASSWORD}
    page = anonymous.post("/log-in", query_string={"next": target}, data=data)
    assert page.location == "/"


def test_notes_of_others_stay_closed(anonymous: FlaskClient) -> None:
    sign_up(anonymous, "ada@example.com")
    page = anonymous.post("/notes/new", data={"title": "Diary"}, follow_redirects=True)
    address = page.request.path
    anonymous.post("/log-out")
    sign_up(anonymous, "eve@example.com")
    assert "Diary" not in anonymous.get("/").text
    for part in ("", "/edit", "/delete"):
        assert anonymous.get(f"{address}{part}").status_code in {403, 404}
    for part in ("/edit", "/delete"):
        form = {"title": "Mine now"}
        assert anonymous.post(f"{address}{part}", data=form).status_code in {403, 404}

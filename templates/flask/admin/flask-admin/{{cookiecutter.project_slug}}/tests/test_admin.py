"""The admin pages: who may see them, and what they can do."""

import re
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

PAGES = ["/admin/", "/admin/admin_users/", "/admin/admin_notes/"]


@pytest.fixture
def admin(app: Flask, anonymous: FlaskClient) -> FlaskClient:
    """Be an administrator who has written a note."""
    form = {"email": "boss@example.com", "password": "correct horse battery"}
    anonymous.post("/sign-up", data=form)
    anonymous.post("/notes/new", data={"title": "Plan", "body": "Rest"})
    result = app.test_cli_runner().invoke(args=["make-admin", "Boss@Example.com"])
    assert "boss@example.com is an administrator now." in result.output
    return anonymous


@pytest.mark.parametrize("page", PAGES)
def test_strangers_are_sent_to_the_log_in(anonymous: FlaskClient, page: str) -> None:
    response = anonymous.get(page)
    assert response.status_code == 302
    assert response.location.startswith("/log-in?next=")


@pytest.mark.parametrize("page", PAGES)
def test_other_users_are_sent_away(client: FlaskClient, page: str) -> None:
    assert client.get(page).status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_administrators_come_in(admin: FlaskClient, page: str) -> None:
    response = admin.get(page)
    assert response.status_code == 200
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", response.text)
    assert "/static/icon.svg" in response.text


def test_a_note_is_changed(admin: FlaskClient) -> None:
    notes = admin.get("/admin/admin_notes/?search=plan").text
    found = re.search(r"/admin/admin_notes/edit/\?id=([\w-]+)", notes)
    assert found
    address = f"/admin/admin_notes/edit/?id={found[1]}"
    assert "Rest" in admin.get(address).text
    admin.post(address, data={"title": "New plan", "body": "Work"})
    assert "New plan" in admin.get("/").text


def test_a_note_that_is_gone_leads_back(admin: FlaskClient) -> None:
    for key in (uuid4(), "nonsense"):
        response = admin.get(f"/admin/admin_notes/edit/?id={key}")
        assert response.location == "/admin/admin_notes/"


def test_an_address_is_kept_in_one_way(admin: FlaskClient) -> None:
    users = admin.get("/admin/admin_users/").text
    found = re.search(r"/admin/admin_users/edit/\?id=([\w-]+)", users)
    assert found
    form = {"email": " Chief@Example.com", "is_admin": "y"}
    admin.post(f"/admin/admin_users/edit/?id={found[1]}", data=form)
    assert "chief@example.com" in admin.get("/admin/admin_users/").text


def test_a_user_is_removed_with_all_notes(admin: FlaskClient) -> None:
    users = admin.get("/admin/admin_users/").text
    assert "password_hash" not in users
    found = re.search(r'name="id"[^>]* value="([\w-]+)"', users)
    assert found
    admin.post("/admin/admin_users/delete/", data={"id": found[1]})
    assert admin.get("/").status_code == 302


def test_nobody_is_made_an_administrator(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["make-admin", "nobody@example.com"])
    assert result.exit_code == 1
    assert "Nobody has signed up as nobody@example.com." in result.output

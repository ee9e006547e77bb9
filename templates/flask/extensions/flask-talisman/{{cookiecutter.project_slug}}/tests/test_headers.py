"""What browsers are told to be strict about."""

import re

import pytest
from flask.testing import FlaskClient

from app import create_app


def test_without_encryption_browsers_are_sent_on(environ: dict[str, str]) -> None:
    client = create_app(environ | {"FORCE_HTTPS": "1"}).test_client()
    response = client.get("/nowhere", headers={"Host": "example.org"})
    assert response.status_code == 302
    assert response.location == "https://example.org/nowhere"
    assert client.get("/healthz").status_code == 200


def test_encryption_is_remembered(client: FlaskClient) -> None:
    response = client.get("/", base_url="https://localhost")
    assert response.status_code == 200
    assert "max-age=31556926" in response.headers["Strict-Transport-Security"]


def test_other_sites_may_not_frame_pages(client: FlaskClient) -> None:
    response = client.get("/")
    assert response.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["/", "/notes/new", "/nowhere"])
def test_pages_pass_their_own_policy(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    inline = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=|javascript:")
    assert not inline.search(response.text)


# slot: tests.headers many

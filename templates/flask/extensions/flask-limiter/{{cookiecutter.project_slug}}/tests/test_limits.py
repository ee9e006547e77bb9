"""Clients that ask too often."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

# slot: tests.limited_address


@pytest.fixture(autouse=True)
def limits(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Count anew for every test of this module."""
    monkeypatch.setattr(limiter, "enabled", True)
    limiter.reset()
    yield
    limiter.reset()


@pytest.fixture
def stranger(app: Flask) -> FlaskClient:
    """Send requests that all come from one address."""
    return app.test_client()


def test_who_asks_too_often_has_to_wait(stranger: FlaskClient) -> None:
    statuses = {stranger.get(ADDRESS).status_code for _ in range(120)}
    assert 429 not in statuses
    response = stranger.get(ADDRESS)
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) <= 60


def test_other_clients_go_on(stranger: FlaskClient) -> None:
    for _ in range(121):
        stranger.get(ADDRESS)
    other = {"REMOTE_ADDR": "203.0.113.7"}
    assert stranger.get(ADDRESS, environ_base=other).status_code != 429


def test_health_checks_are_not_counted(stranger: FlaskClient) -> None:
    statuses = {stranger.get("/healthz").status_code for _ in range(130)}
    assert statuses == {200}


def test_without_storage_requests_are_answered_and_counted(
    stranger: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(limiter.storage, "incr", fail)
    monkeypatch.setattr(limiter, "_storage_dead", False)  # is put back at the end
    statuses = [stranger.get(ADDRESS).status_code for _ in range(121)]
    assert max(statuses[:-1]) < 429
    assert statuses[-1] == 429


# slot: tests.limits many

"""Settings: what is refused at the start, and how."""

import runpy

import pytest
from flask import request

from app import create_app


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "only-for-development" * 4),
        ("LOG_LEVEL", "LOUD"),
        ("TRUSTED_PROXIES", "many"),
        # slot: tests.bad_settings many
    ],
)
def test_a_wrong_setting_is_refused_by_name(
    environ: dict[str, str], name: str, value: str
) -> None:
    with pytest.raises(ConfigError, match=name):
        create_app(environ | {name: value})


def test_the_start_ends_with_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_DOTENV_DISABLED", "1")
    monkeypatch.setenv("SECRET_KEY", "short")
    with pytest.raises(SystemExit) as stop:
        runpy.run_path("wsgi.py")
    message = str(stop.value)
    assert message.startswith("Error: SECRET_KEY")
    assert "\n" not in message


def test_the_environment_is_used(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_DOTENV_DISABLED", "1")
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    app = runpy.run_path("wsgi.py")["app"]
    assert app.config["SECRET_KEY"] == environ["SECRET_KEY"]


def test_the_development_key_serves_development_alone(environ: dict[str, str]) -> None:
    key = "only-for-development" * 4
    app = create_app(environ | {"SECRET_KEY": key, "FLASK_DEBUG": "1"})
    assert app.debug
    assert not app.config["SESSION_COOKIE_SECURE"]


def test_proxies_are_trusted_on_request_only(environ: dict[str, str]) -> None:
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"}
    for proxies, address in (("0", "127.0.0.1"), ("1", "203.0.113.7")):
        app = create_app(environ | {"TRUSTED_PROXIES": proxies})
        with app.test_client() as client:
            client.get("/healthz", headers=headers)
            assert request.remote_addr == address
            assert request.is_secure == (proxies == "1")

"""The site as `flask run` shows it, and the content it is made from."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from flask.cli import FlaskGroup
from flask.testing import FlaskClient

from app import create_app

POST = """+++
title = "Snow & ice"
description = "Winter has come."
published = 2026-01-31
+++
It is *cold*.

```python
print("brrr")
```
"""


@pytest.fixture
def folder(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the site an empty content folder."""
    monkeypatch.setitem(app.config, "CONTENT_FOLDER", tmp_path)
    return tmp_path


def test_the_home_page_shows_the_newest_posts(client: FlaskClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "Newest posts" in page.text
    assert "Highlighted code" in page.text


def test_a_new_post_is_shown_at_once(folder: Path, client: FlaskClient) -> None:
    assert "Snow" not in client.get("/posts/").text
    (folder / "snow.md").write_text(POST)
    assert "Snow &amp; ice" in client.get("/posts/").text
    page = client.get("/snow/").text
    assert "<h1>Snow &amp; ice</h1>" in page
    assert "It is <em>cold</em>." in page
    assert '<span class="nb">print</span>' in page
    (folder / "snow.md").write_text(POST.replace("cold", "colder than that"))
    assert "colder than that" in client.get("/snow/").text


def test_posts_are_in_the_feed_newest_first(folder: Path, client: FlaskClient) -> None:
    (folder / "old.md").write_text(POST.replace("2026", "2025"))
    (folder / "new.md").write_text(POST)
    (folder / "page.md").write_text(POST.replace("published = 2026-01-31", ""))
    feed = client.get("/feed.xml").text
    assert feed.index("/new/") < feed.index("/old/")
    assert "/page/" not in feed
    assert "<title>Snow &amp; ice</title>" in feed
    assert "Sat, 31 Jan 2026 00:00:00 GMT" in feed


@pytest.mark.parametrize(
    ("front_matter", "reason"),
    [
        ("", "not enough values"),
        ("+++\ntitle\n+++\n", "line 1"),
        ('+++\ntitle = "No description"\n+++\n', "description"),
        (POST.replace("published", "publised"), "publised"),
        (POST.replace("2026-01-31", '"2026-01-31"'), "without quotes"),
        (POST.replace("2026-01-31", "2026-01-31T12:00:00"), "a day such as"),
    ],
)
def test_wrong_front_matter_is_named(
    app: Flask, folder: Path, front_matter: str, reason: str
) -> None:
    (folder / "index.md").write_text(front_matter)
    result = app.test_cli_runner().invoke(args=["build"])
    assert result.exit_code == 1
    assert "index.md" in result.output
    assert reason in result.output


def test_an_unknown_address_has_a_page(client: FlaskClient) -> None:
    page = client.get("/nowhere/")
    assert page.status_code == 404
    assert "Page not found" in page.text


def test_a_wrong_setting_ends_with_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "example.org")
    flask = FlaskGroup(create_app=create_app, load_dotenv=False)
    result = CliRunner().invoke(flask, ["build"])
    assert result.exit_code == 1
    assert result.output.startswith("Error: SITE_URL is 'example.org'; it has to be")


def test_nothing_is_loaded_from_another_host(client: FlaskClient) -> None:
    page = client.get("/").text
    assert 'src="http' not in page
    assert '<link rel="stylesheet" href="http' not in page

"""The site as runserver shows it, and the content it is made from."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

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
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Give the site an empty content folder."""
    settings.CONTENT_DIR = tmp_path
    return tmp_path


def test_the_home_page_shows_the_newest_posts(client: Client) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "Newest posts" in page.text
    assert "Highlighted code" in page.text


def test_a_new_post_is_shown_at_once(folder: Path, client: Client) -> None:
    assert "Snow" not in client.get("/posts/").text
    (folder / "snow.md").write_text(POST)
    assert "Snow &amp; ice" in client.get("/posts/").text
    page = client.get("/snow/").text
    assert "<h1>Snow &amp; ice</h1>" in page
    assert "It is <em>cold</em>." in page
    assert '<span class="nb">print</span>' in page
    (folder / "snow.md").write_text(POST.replace("cold", "colder than that"))
    assert "colder than that" in client.get("/snow/").text


def test_posts_are_in_the_feed_newest_first(folder: Path, client: Client) -> None:
    (folder / "old.md").write_text(POST.replace("2026", "2025"))
    (folder / "new.md").write_text(POST)
    (folder / "page.md").write_text(POST.replace("published = 2026-01-31", ""))
    feed = client.get("/feed.xml").text
    assert feed.index("/new/") < feed.index("/old/")
    assert "/page/" not in feed
    assert "<title>Snow &amp; ice</title>" in feed
    assert "Sat, 31 Jan 2026 00:00:00 +0000" in feed


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
    folder: Path, front_matter: str, reason: str
) -> None:
    (folder / "index.md").write_text(front_matter)
    with pytest.raises(CommandError, match=rf"index\.md: .*{reason}"):
        call_command("build")


def test_an_unknown_address_is_not_found(client: Client) -> None:
    assert client.get("/nowhere/").status_code == 404


def test_django_explains_what_is_wrong(client: Client, settings: Settings) -> None:
    settings.DEBUG = True

    response = client.get("/nowhere/")

    assert response.status_code == 404
    assert "Using the URLconf" in response.text


def test_nothing_is_loaded_from_another_host(client: Client) -> None:
    page = client.get("/").text
    assert 'src="http' not in page
    assert '<link rel="stylesheet" href="http' not in page

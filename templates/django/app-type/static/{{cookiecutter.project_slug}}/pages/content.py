"""The pages of the site, read from the Markdown files of the content folder."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from markdown import Markdown


class ContentError(Exception):
    """A file of the content folder cannot be used; the message says which and why."""


@dataclass(frozen=True)
class Page:
    """A Markdown file of the content folder.

    Between its two lines of `+++` stands TOML: `title`, `description` and, if it is
    a post, the day it was `published`.
    """

    path: str
    html: SafeString
    title: str
    description: str
    published: date | None = None

    def __post_init__(self) -> None:
        if self.published is not None and type(self.published) is not date:
            raise TypeError("published is a day such as 2026-01-31, without quotes")


def find_pages() -> list[Page]:
    """Return all pages, in the order of their paths."""
    folder: Path = settings.CONTENT_DIR
    return [
        read_page(file, file.relative_to(folder), file.stat().st_mtime_ns)
        for file in sorted(folder.rglob("*.md"))
    ]


def find_posts() -> list[Page]:
    """Return the pages that have a day of publication, the newest first."""
    posts = [page for page in find_pages() if page.published]
    return sorted(posts, key=lambda post: post.published or date.min, reverse=True)


def get_page(path: str) -> Page | None:
    """Return the page at a path such as `about` or `posts/welcome`, if there is one."""
    return next((page for page in find_pages() if page.path == path), None)


@cache
def read_page(file: Path, name: Path, _changed: int) -> Page:
    """Read a file: once, and again whenever it was changed."""
    try:
        _, front_matter, text = file.read_text(encoding="utf-8").split("+++\n", 2)
        values = tomllib.loads(front_matter)
        return Page(name.with_suffix("").as_posix(), to_html(text), **values)
    except (TypeError, ValueError) as error:
        raise ContentError(
            f"{name}: what stands between its two lines of +++ is wrong: {error}"
        ) from error


def to_html(text: str) -> SafeString:
    """Turn Markdown into HTML, with anchors at headings and colours in code."""
    markdown = Markdown(
        extensions=["extra", "sane_lists", "toc", "codehilite"],
        extension_configs={"codehilite": {"guess_lang": False}},
    )
    return mark_safe(markdown.convert(text))  # noqa: S308  # we wrote the text ourselves

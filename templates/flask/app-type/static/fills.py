# fill: app.create
app = Flask(__name__)

# fill: config.error
import click


class ConfigError(click.ClickException):
    """A setting is wrong; `flask` ends with the message, which says what to do."""

# fill: config.values
"SITE_NAME": "{{ cookiecutter.project_name }}",
"CONTENT_FOLDER": PROJECT / "content",
# Pygments' styles for code, on light and on dark screens.
"CODE_STYLE": "xcode",
"CODE_STYLE_DARK": "monokai",
"FREEZER_BASE_URL": site_url(environ),
"FREEZER_DESTINATION": PROJECT / "build",
# A host serves .xml as XML, whatever kind of XML it is.
"FREEZER_IGNORE_MIMETYPE_WARNINGS": True,

# fill: config.helpers
from pathlib import Path

# slot: config.project_folder


def site_url(environ: Mapping[str, str]) -> str:
    """Read where the site will be; links in the feed and the sitemap begin so."""
    url = environ.get("SITE_URL") or "http://127.0.0.1:8000/"
    if not url.startswith(("http://", "https://")):
        raise ConfigError(
            f"SITE_URL is {url!r}; it has to be a whole address: https://example.org/"
        )
    return url

# fill: content
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from flask import abort, current_app
from markdown import Markdown
from markupsafe import Markup


class ContentError(Exception):
    """A file of the content folder cannot be used; the message says which and why."""


@dataclass(frozen=True)
class Page:
    """A Markdown file of the content folder.

    Between its two lines of `+++` stands TOML: `title`, `description` and, if it is
    a post, the day it was `published`.
    """

    path: str
    html: Markup
    title: str
    description: str
    published: date | None = None

    def __post_init__(self) -> None:
        if self.published is not None and type(self.published) is not date:
            raise TypeError("published is a day such as 2026-01-31, without quotes")


def find_pages() -> list[Page]:
    """Return all pages, in the order of their paths."""
    folder: Path = current_app.config["CONTENT_FOLDER"]
    return [
        read_page(file, file.relative_to(folder), file.stat().st_mtime_ns)
        for file in sorted(folder.rglob("*.md"))
    ]


def find_posts() -> list[Page]:
    """Return the pages that have a day of publication, the newest first."""
    posts = [page for page in find_pages() if page.published]
    return sorted(posts, key=lambda post: post.published or date.min, reverse=True)


def get_page(path: str) -> Page:
    """Return the page at a path such as `about` or `posts/welcome`, or answer 404."""
    page = next((page for page in find_pages() if page.path == path), None)
    return page or abort(404)


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


def to_html(text: str) -> Markup:
    """Turn Markdown into HTML, with anchors at headings and colours in code."""
    markdown = Markdown(
        extensions=["extra", "sane_lists", "toc", "codehilite"],
        extension_configs={"codehilite": {"guess_lang": False}},
    )
    return Markup(markdown.convert(text))  # noqa: S704  # we wrote the text ourselves

# fill: errors
from flask import Flask
from werkzeug.exceptions import NotFound


def register_error_handlers(app: Flask) -> None:
    """Show the very page that the host will send for an unknown address."""
    app.register_error_handler(NotFound, lambda _error: (not_found_page(), 404))

# fill: views.pages
from flask import Blueprint, Response, current_app, render_template
from pygments.formatters import HtmlFormatter
from werkzeug.http import http_date

pages = Blueprint("pages", __name__)


@pages.get("/")
def home() -> str:
    """Show `content/index.md` and the newest posts."""
    return render_template("home.html", page=get_page("index"), posts=find_posts()[:5])


@pages.get("/<path:path>/")
def show_page(path: str) -> str:
    """Show a page or a post."""
    return render_template("page.html", page=get_page(path))


@pages.get("/posts/")
def list_posts() -> str:
    """List all posts."""
    return render_template("posts.html", posts=find_posts())


@pages.get("/feed.xml")
def feed() -> Response:
    """Offer the posts as RSS."""
    text = render_template("feed.xml", posts=find_posts(), http_date=http_date)
    return Response(text, mimetype="application/rss+xml")


@pages.get("/sitemap.xml")
def sitemap() -> Response:
    """Tell search engines which pages there are."""
    text = render_template("sitemap.xml", pages=find_pages())
    return Response(text, mimetype="application/xml")


@pages.get("/robots.txt")
def robots() -> Response:
    """Tell search engines where the sitemap is."""
    return Response(render_template("robots.txt"), mimetype="text/plain")


@pages.get("/404.html")
def not_found_page() -> str:
    """Show what the host sends for an unknown address."""
    return render_template("404.html")


@pages.get("/code.css")
def code_styles() -> Response:
    """Colour the code."""
    light = HtmlFormatter(style=current_app.config["CODE_STYLE"])
    dark = HtmlFormatter(style=current_app.config["CODE_STYLE_DARK"])
    rules = [
        light.get_style_defs(".codehilite"),
        "@media (prefers-color-scheme: dark) {",
        dark.get_style_defs(".codehilite"),
        "}",
    ]
    return Response("\n".join(rules), mimetype="text/css")

# fill: commands
from collections.abc import Iterator

import click
from flask import Flask
from flask_frozen import Freezer


def register_commands(app: Flask) -> None:
    """Add `flask build`."""

    @app.cli.command("build")
    def build() -> None:
        """Write the whole site into the folder `build`."""
        try:
            find_pages()
        except ContentError as error:
            raise click.ClickException(str(error)) from error
        freezer = Freezer(app)
        freezer.register_generator(page_addresses)
        addresses = freezer.freeze()
        click.echo(f"{len(addresses)} addresses are now files in {freezer.root}.")


def page_addresses() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the address of every page, linked or not."""
    for page in find_pages():
        if page.path != "index":
            yield "pages.show_page", {"path": page.path}

# fill: app.blueprints
app.register_blueprint(pages)

# fill: app.last
register_commands(app)

# fill: tests.environ
"SITE_URL": "https://example.org/",

# fill: tests.app
return create_app(environ)

# fill: tests.client
from flask.testing import FlaskClient


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Send requests, as `flask run` answers them."""
    return app.test_client()

# fill: app.error_handlers
register_error_handlers(app)

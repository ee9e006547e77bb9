"""The built site: every file is there and every link leads somewhere."""

from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from django.test import override_settings

Site = tuple[str, Path]


class Links(HTMLParser):
    """What a page links to, and the anchors that it has."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = {""}
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag links to, and its id."""
        for name, value in attrs:
            if name in {"href", "src"}:
                self.targets.append(value or "")
            elif name == "id":
                self.anchors.add(value or "")


@pytest.fixture(
    scope="module",
    params=["https://example.org/", "https://example.org/some/where/"],
    ids=["at the root of a host", "below a path"],
)
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Site:
    """Build the site; hold its address and its folder."""
    folder = tmp_path_factory.mktemp("site")
    with override_settings(
        SITE_URL=request.param,
        DISTILL_DIR=folder / "build",
        STATIC_ROOT=folder / "static",
    ):
        call_command("build", stdout=StringIO())
    return request.param, folder / "build"


def file_of(address: str, site: Site) -> Path:
    """Return the file that a host serves at an address of the site."""
    url, folder = site
    file = folder / address.removeprefix(url)
    return file / "index.html" if address.endswith("/") else file


def test_every_file_is_there(site: Site) -> None:
    _, folder = site
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*.*")}
    assert files >= {
        "404.html",
        "about/index.html",
        "code.css",
        "feed.xml",
        "index.html",
        "posts/index.html",
        "posts/welcome/index.html",
        "robots.txt",
        "sitemap.xml",
        "static/site.css",
    }


def test_every_link_leads_somewhere(site: Site) -> None:
    url, folder = site
    links = {file: Links(file) for file in folder.rglob("*.html")}
    assert links
    for page, found in links.items():
        here = url + page.relative_to(folder).as_posix().removesuffix("index.html")
        for target in found.targets:
            address, anchor = urldefrag(urljoin(here, target))
            if address.startswith("https://example.org/"):
                file = file_of(address, site)
                assert file.is_file(), f"{target} in {page} leads nowhere"
                anchors = links[file].anchors if file in links else {""}
                assert anchor in anchors, f"{target} in {page} has no such anchor"


def test_the_feed_and_the_sitemap_lead_to_pages(site: Site) -> None:
    url, folder = site
    feed = ElementTree.parse(folder / "feed.xml")  # noqa: S314  # we wrote it
    sitemap = ElementTree.parse(folder / "sitemap.xml")  # noqa: S314
    addresses = [item.text or "" for item in feed.iterfind("channel/item/link")]
    addresses += [loc.text or "" for loc in sitemap.iter() if loc.tag.endswith("}loc")]
    assert len(addresses) > 5
    for address in addresses:
        assert address.startswith(url)
        assert file_of(address, site).is_file()
    assert f"Sitemap: {url}sitemap.xml" in (folder / "robots.txt").read_text()

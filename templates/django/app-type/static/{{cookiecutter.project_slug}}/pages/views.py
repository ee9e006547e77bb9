"""The pages of the site. What is not in urls.py with a distill_path is not built."""

from datetime import UTC, date, datetime, time

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from pygments.formatters import HtmlFormatter

from pages.content import find_pages, find_posts, get_page
from pages.templatetags.links import absolute


def home(request: HttpRequest) -> HttpResponse:
    """Show `content/index.md` and the newest posts."""
    context = {"page": get_page("index"), "posts": find_posts()[:5]}
    return render(request, "home.html", context)


def show_page(request: HttpRequest, path: str) -> HttpResponse:
    """Show a page or a post."""
    page = get_page(path)
    if page is None:
        raise Http404
    return render(request, "page.html", {"page": page})


def list_posts(request: HttpRequest) -> HttpResponse:
    """List all posts."""
    return render(request, "posts.html", {"posts": find_posts()})


def feed(request: HttpRequest) -> HttpResponse:
    """Offer the posts as RSS."""
    rss = Rss201rev2Feed(
        title=settings.SITE_NAME,
        link=absolute(reverse("home")),
        description=f"The posts of {settings.SITE_NAME}",
        feed_url=absolute(reverse("feed")),
    )
    for post in find_posts():
        rss.add_item(
            title=post.title,
            link=absolute(reverse("page", args=[post.path])),
            description=post.description,
            pubdate=datetime.combine(post.published or date.min, time(), UTC),
        )
    return HttpResponse(rss.writeString("utf-8"), content_type="application/rss+xml")


def sitemap(request: HttpRequest) -> HttpResponse:
    """Tell search engines which pages there are."""
    paths = [page.path for page in find_pages() if page.path != "index"]
    pages = [reverse("page", args=[path]) for path in paths]
    context = {
        "addresses": map(absolute, [reverse("home"), reverse("posts"), *pages]),
    }
    return render(request, "sitemap.xml", context, content_type="application/xml")


def robots(request: HttpRequest) -> HttpResponse:
    """Tell search engines where the sitemap is."""
    text = f"User-agent: *\nAllow: /\nSitemap: {absolute(reverse('sitemap'))}\n"
    return HttpResponse(text, content_type="text/plain")


def not_found(request: HttpRequest) -> HttpResponse:
    """Show what the host sends for an unknown address."""
    return render(request, "404.html")


def code_styles(request: HttpRequest) -> HttpResponse:
    """Colour the code."""
    light = HtmlFormatter(style=settings.CODE_STYLE)
    dark = HtmlFormatter(style=settings.CODE_STYLE_DARK)
    rules = [
        light.get_style_defs(".codehilite"),
        "@media (prefers-color-scheme: dark) {",
        dark.get_style_defs(".codehilite"),
        "}",
    ]
    return HttpResponse("\n".join(rules), content_type="text/css")

"""The addresses of the site; `manage.py build` makes a file of each."""

from collections.abc import Iterator

from django_distill import distill_path

from pages import views
from pages.content import find_pages


def paths() -> Iterator[dict[str, str]]:
    """Yield the path of every page but the first, linked or not."""
    for page in find_pages():
        if page.path != "index":
            yield {"path": page.path}


urlpatterns = [
    distill_path("", views.home, name="home"),
    distill_path("posts/", views.list_posts, name="posts"),
    distill_path("feed.xml", views.feed, name="feed"),
    distill_path("sitemap.xml", views.sitemap, name="sitemap"),
    distill_path("robots.txt", views.robots, name="robots"),
    distill_path("404.html", views.not_found, name="not_found"),
    distill_path("code.css", views.code_styles, name="code_styles"),
    distill_path("<path:path>/", views.show_page, name="page", distill_func=paths),
]

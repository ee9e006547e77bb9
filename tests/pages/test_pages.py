"""Pages as production serves them: valid, accessible, at home on a phone, alone with their host.

``python -m pytest -m pages tests/pages`` needs Chromium, Java and npm; see docs/proof.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.catalog import Catalog
from generator.compose import compose
from generator.plan import make_plan
from generator.render import write_project
from generator.roots import built_in_root
from tests.matrix.exhaustive import YEAR
from tests.pages.visitor import DESKTOP, PHONE, Visitor, chromium, invalid_html
from tests.proof.__main__ import stated_task
from tests.proof.project import Workspace
from tests.proof.pythons import newest_python
from tests.proof.servers import Servers
from tests.proof.steps import Steps
from tests.proof.web import Site

pytestmark = pytest.mark.pages


@dataclass(frozen=True)
class Kind:
    """A project whose pages are looked at, and where people sign up."""

    flags: str
    sign_up: str = ""


KINDS = {
    "django": Kind(
        "--framework django --database sqlite --size small --app-type web"
        " --with whitenoise --with csp",
        "/accounts/sign-up/",
    ),
    "django-htmx-api": Kind(
        "--framework django --database sqlite --size large --app-type web --release latest"
        " --api drf --with whitenoise --with csp --with htmx",
        "/accounts/sign-up/",
    ),
    "django-allauth": Kind(
        "--framework django --database sqlite --size medium --app-type web --auth allauth"
        " --with whitenoise --with csp"
    ),
    "django-mongodb": Kind(
        "--framework django --database mongodb --size small --app-type web"
        " --with whitenoise --with csp",
        "/accounts/sign-up/",
    ),
    "django-no-database": Kind(
        "--framework django --database none --size small --app-type web"
        " --with whitenoise --with csp"
    ),
    "flask-login": Kind(
        "--framework flask --database sqlite --size medium --app-type web --auth flask-login"
        " --with flask-talisman",
        "/sign-up",
    ),
    "flask-no-database": Kind(
        "--framework flask --database none --size small --app-type web --with flask-talisman"
    ),
}


@contextmanager
def workspace(flags: str, folder: Path, servers: Servers) -> Iterator[Steps]:
    """Write and install a project."""
    catalog = Catalog([built_in_root()])
    plan = make_plan(stated_task(flags.split(), newest_python()).answers, catalog, year=YEAR)
    write_project(compose(plan), folder / "project")
    space = Workspace(plan, folder / "project", newest_python(), folder / "caches")
    space.install()
    try:
        yield Steps(space, servers, 1)
    finally:
        servers.stop()


@contextmanager
def visited(flags: str, folder: Path) -> Iterator[tuple[Visitor, Steps]]:
    """Serve a small project on SQLite to a visitor at a desktop."""
    flags = f"{flags} --database sqlite --size small"
    with (
        workspace(flags, folder, Servers()) as steps,
        steps.served() as (site, _),
        chromium() as browser,
    ):
        yield Visitor(browser, f"http://127.0.0.1:{site.port}", DESKTOP), steps


@pytest.fixture
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Site]:
    with workspace(request.param.flags, tmp_path, Servers()) as steps, steps.served() as (site, _):
        yield site


@pytest.mark.parametrize(
    ("site", "kind"), [(kind, kind) for kind in KINDS.values()], ids=list(KINDS), indirect=["site"]
)
def test_every_page_is_sound(site: Site, kind: Kind, tmp_path: Path) -> None:
    problems: list[str] = []
    pages: dict[str, str] = {}
    with chromium() as browser:
        for size in (PHONE, DESKTOP):
            visitor = Visitor(browser, f"http://127.0.0.1:{site.port}", size)
            visitor.look_at_all()
            if kind.sign_up:
                visitor.sign_up(kind.sign_up)
                visitor.work_with_a_note()
                visitor.look_at_all()
            problems += visitor.problems
            pages |= visitor.html
    (tmp_path / "html").mkdir()
    problems += invalid_html(pages, tmp_path / "html")
    assert len(pages) > 1
    assert not problems, "\n" + "\n".join(dict.fromkeys(problems))


#: Sites with admin pages: where people sign up, and what makes them administrators.
ADMINISTERED = {
    "django": (
        "--framework django --with whitenoise --with csp",
        "/accounts/sign-up/",
        ("python", "manage.py", "shell", "-c", "from users.models import User;"
         " User.objects.update(is_staff=True, is_superuser=True)"),
    ),
    "flask": (
        "--framework flask --auth flask-login --admin flask-admin --with flask-talisman",
        "/sign-up",
        ("flask", "make-admin", f"ada{DESKTOP[0]}@example.com"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("flags", "sign_up", "command"), ADMINISTERED.values(), ids=list(ADMINISTERED)
)
def test_the_admin_pages_load_whole(
    flags: str, sign_up: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    with visited(f"{flags} --app-type web", tmp_path) as (visitor, steps):
        visitor.sign_up(sign_up)
        database = f"sqlite:///{steps.space.folder}/proof.sqlite3"
        steps.space.run(*command, more={"DATABASE_URL": database})
        assert len(visitor.open_all("/admin/")) > 3
        assert visitor.page.locator("link[rel=icon]").count() == 1
        assert not visitor.problems


#: APIs with a page of documentation, and where that is.
DOCUMENTED = {
    "django-drf": ("--framework django --api drf", "/api/v1/docs/"),
    "django-ninja": ("--framework django --api ninja", "/api/v1/docs/"),
    "flask-smorest": ("--framework flask --api flask-smorest", "/api/v1/docs/"),
    "flask-restx": ("--framework flask --api flask-restx", "/api/v1/docs"),
}


@pytest.mark.parametrize(("flags", "path"), DOCUMENTED.values(), ids=list(DOCUMENTED))
def test_the_documentation_of_an_api_comes_from_its_own_host(
    flags: str, path: str, tmp_path: Path
) -> None:
    with visited(f"{flags} --app-type api", tmp_path) as (visitor, _):
        visitor.wait_for(path, "section.models, .opblock")
        assert not visitor.problems

"""Somebody who looks at every page of a site in Chromium, and notes what is wrong."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urlsplit

PACKAGES = ("axe-core@4.14.1", "vnu-jar@26.9.27")
_HOME = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "whichway-pages"
#: Chromium is started so that it asks nobody but the site.
_OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
            "--disable-component-update", "--disable-sync")  # fmt: skip
#: Pages of packages, whose markup is not ours to mend.
FOREIGN = ("/admin/", "/api/", "/swagger")
PHONE, DESKTOP = (390, 844), (1280, 800)
PASSWORD = "correct horse battery staple"  # made up


def npm(path: str) -> Path:
    """Return a file of an npm package, installed once into the cache folder."""
    if not (_HOME / "node_modules" / path).exists():
        _HOME.mkdir(parents=True, exist_ok=True)
        command = ("npm", "install", "--silent", "--no-save", f"--prefix={_HOME}", *PACKAGES)
        subprocess.run(command, check=True)
    return _HOME / "node_modules" / path


@contextmanager
def chromium() -> Iterator[Any]:
    """Run Debian's Chromium. Raises ``FileNotFoundError`` where it is not installed."""
    from playwright.sync_api import sync_playwright  # of the group "pages", which few install

    program = shutil.which("chromium")
    if not program:
        raise FileNotFoundError("chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_OPTIONS))
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Visitor:
    """Visits a site at one size of the screen."""

    browser: Any
    base: str
    size: tuple[int, int]
    problems: list[str] = field(default_factory=list)
    html: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        viewport = {"width": self.size[0], "height": self.size[1]}
        self.page = self.browser.new_context(viewport=viewport).new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self._note(f"script error: {error}"))
        self.page.on("request", self._requested)
        self.page.on("response", self._answered)

    def sign_up(self, path: str) -> None:
        """Make an account with the keyboard alone, as somebody without a mouse does."""
        self.page.goto(self.base + path)
        self.page.locator("main input[type=email]").focus()
        self.page.keyboard.type(f"ada{self.size[0]}@example.com")
        for _ in self.page.locator("main input[type=password]").all():
            self.page.keyboard.press("Tab")
            while self.page.evaluate("document.activeElement.type") != "password":
                self.page.keyboard.press("Tab")
            self.page.keyboard.type(PASSWORD)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        if urlsplit(self.page.url).path == path:
            self._note(f"signing up ends where it began: {self.page.inner_text('main')}")

    def work_with_a_note(self) -> None:
        """Write a note, edit it and delete it, log out and in again, with the keyboard alone.

        Begins on the list of notes, where signing up ends.
        """
        self._press("main a[href*='/notes/new']")
        self._write("main [name=title]", "Plan")
        self._write("main [name=body]", "Begin")
        self._press("main form button")
        self._expect("h1", "Plan")
        self._press("main a[href*='/edit']")
        self._write("main [name=title]", "Better plan")
        self._press("main form button")
        self._expect("h1", "Better plan")
        self._press("main a[href*='/delete']")
        self._press("main form button")
        if self.page.locator("main a", has_text="Better plan").count():
            self._note("a note that was deleted is still there")
        self._press("header form[action*=log] button")
        self._press("header a:text-is('Log in')")
        self._write("main input[type=email]", f"ada{self.size[0]}@example.com")
        self._write("main input[type=password]", PASSWORD)
        self._press("main form button")
        if not self.page.locator("header form[action*=log] button").count():
            self._note("logging in again does not log in")

    def _press(self, selector: str) -> None:
        """Go to a link or button with the keyboard, press it, and look at what comes."""
        self.page.locator(selector).first.focus()
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self._look()

    def _write(self, selector: str, text: str) -> None:
        """Put a text where another one may be."""
        self.page.locator(selector).focus()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def _expect(self, selector: str, text: str) -> None:
        if (found := self.page.inner_text(selector)) != text:
            self._note(f"{selector} says {found!r}, not {text!r}")

    def look_at_all(self, limit: int = 40) -> None:
        """Look at the start and at every page that is linked, one link after the other."""
        queue, seen = deque(["/"]), {"/"}
        while queue and len(self.html) < limit:
            path = queue.popleft()
            response = self.page.goto(self.base + path)
            kind = response.headers.get("content-type", "") if response else ""
            if "text/html" not in kind or path.startswith(FOREIGN):
                continue
            self.html[path] = response.text()
            self._look()
            queue.extend(path for path in self._links("/") if path not in seen)
            seen.update(queue)

    def open_all(self, start: str, limit: int = 20) -> list[str]:
        """Open a page and all below it that are linked, and return their paths."""
        opened = [start]
        for path in opened:
            self.page.goto(self.base + path)
            opened += [link for link in self._links(start) if link not in opened]
            del opened[limit:]
        return opened

    def _links(self, below: str) -> list[str]:
        """Return the paths that the page links to, each once."""
        links = self.page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
        urls = dict.fromkeys(urldefrag(link).url for link in links)
        return [url.removeprefix(self.base) for url in urls if url.startswith(self.base + below)]

    def wait_for(self, path: str, selector: str) -> None:
        """Open a page and wait until a script of it has shown what the selector means."""
        self.page.goto(self.base + path)
        self.page.wait_for_selector(selector)

    def _look(self) -> None:
        """Look at the page in front of us: accessibility, and that nothing sticks out."""
        self.page.evaluate(npm("axe-core/axe.min.js").read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run()")
        for violation in found["violations"]:
            where = violation["nodes"][0]["target"]
            self._note(f"axe {violation['id']}: {violation['help']} {where}")
        if self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            self._note(f"wider than {self.size[0]} pixels")

    def _heard(self, message: Any) -> None:
        if message.type == "error":
            self._note(f"console: {message.text}")

    def _requested(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self._note(f"asks another host: {request.url}")

    def _answered(self, response: Any) -> None:
        if response.status >= 400:
            self._note(f"{response.status} for {response.url}")

    def _note(self, problem: str) -> None:
        path = self.page.url.removeprefix(self.base) if "page" in vars(self) else ""
        self.problems.append(f"{path} at {self.size[0]}: {problem}")


def invalid_html(pages: Mapping[str, str], folder: Path) -> list[str]:
    """Return what the Nu validator says of pages, given by path."""
    names = {}
    for number, (path, text) in enumerate(pages.items()):
        file = folder / f"{number}.html"
        file.write_text(text, encoding="utf-8")
        names[file.name] = path
    command = ("java", "-jar", npm("vnu-jar/build/dist/vnu.jar"), "--format", "json", "--stdout")
    done = subprocess.run(
        [*command, *folder.glob("*.html")], capture_output=True, text=True, check=False
    )
    return [
        f"{names[item['url'].rpartition('/')[2]]}:{item.get('lastLine')}: {item['message']}"
        for item in json.loads(done.stdout)["messages"]
    ]

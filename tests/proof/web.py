"""Requests to a running project: every address that it documents, links to or describes."""

from __future__ import annotations

import http.client
import json
import re
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

#: An id that no object has, in the form that most paths want.
NOBODY = "00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True, slots=True)
class Response:
    """What came back."""

    method: str
    path: str
    status: int
    content_type: str
    location: str
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Site:
    """A server on a local port."""

    port: int

    def request(
        self, path: str, method: str = "GET", body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:  # fmt: skip
        """Make one request; redirects are not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            return Response(
                method, path, answer.status, answer.getheader("Content-Type", ""),
                answer.getheader("Location", ""), answer.read(),
            )  # fmt: skip
        finally:
            connection.close()


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        wanted = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src"}
        self.found += [value for name, value in attrs if wanted.get(tag) == name and value]


def links(html: str, base: str) -> list[str]:
    """Return the paths of this site that a page links to."""
    parser = _Links()
    parser.feed(html)
    found = []
    for link in parser.found:
        url = urlsplit(urljoin(f"http://site{base}", link))
        if url.netloc == "site" and url.scheme == "http":
            found.append(url.path + (f"?{url.query}" if url.query else ""))
    return list(dict.fromkeys(found))


def documented(readme: str) -> list[str]:
    """Return the paths of the full local addresses that a README names to be opened."""
    found = re.findall(r"(?<!=)https?://(?:127\.0\.0\.1|localhost):\d+(/[^\s`>)\"'|\\]*)", readme)
    return list(dict.fromkeys(found))


def mentioned(readme: str) -> list[str]:
    """Return what looks like a path in back-quotes: an address, or the beginning of some."""
    return list(dict.fromkeys(re.findall(r"`(/[\w\-./]*)`", readme)))


def visit(
    site: Site, starts: Iterable[str], perhaps: Iterable[str] = (), limit: int = 60
) -> list[str]:
    """Request the starts and all they link to, and say which answers are wrong.

    Nothing may answer 5xx; what is a start or linked to must exist, what is ``perhaps`` need not.
    """
    problems: list[str] = []
    queue = deque((path, "the README") for path in starts)
    queue.extend((path, "") for path in perhaps)
    seen: set[str] = set()
    while queue and len(seen) < limit:
        path, source = queue.popleft()
        if path in seen:
            continue
        seen.add(path)
        response = site.request(path)
        if response.status >= 500 or (response.status == 404 and source):
            problems.append(f"GET {path} gives {response.status} ({source or 'README'} names it)")
        elif response.location:
            target = urlsplit(response.location)
            if target.netloc in ("", f"127.0.0.1:{site.port}"):
                queue.append((target.path, f"the redirect from {path}"))
        elif "html" in response.content_type and response.status == 200:
            text = response.body.decode("utf-8", "replace")
            queue.extend((link, path) for link in links(text, path))
        elif "json" in response.content_type and response.status == 200:
            problems += _described(site, response)
    return problems


def _described(site: Site, response: Response) -> list[str]:
    """Ask every operation of an OpenAPI document, without and with nonsense as a body."""
    try:
        document = response.json()
    except ValueError:
        return [f"GET {response.path} says it is JSON and is not"]
    if not isinstance(document, dict) or not {"openapi", "swagger"} & document.keys():
        return []
    problems = []
    base = document.get("basePath", "").rstrip("/")
    for path, operations in document.get("paths", {}).items():
        plain = base + re.sub(r"\{[^}]*\}", NOBODY, path)
        for method in sorted({"get", "post", "put", "patch", "delete"} & operations.keys()):
            for body in (
                (None,) if method == "get" else (b"{}", b"[1]", b"{nonsense", b'{"title": 1}')
            ):
                headers = {"Content-Type": "application/json"} if body else {}
                status = site.request(plain, method.upper(), body, headers).status
                if status >= 500:
                    problems.append(f"{method.upper()} {plain} with {body!r} gives {status}")
    return problems

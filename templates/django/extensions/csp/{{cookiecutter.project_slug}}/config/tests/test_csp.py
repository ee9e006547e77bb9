import re

import pytest
from django.test import Client

from config.env import BASE_DIR


@pytest.mark.parametrize("url", ["/", "/nowhere/"])
def test_every_page_says_what_browsers_may_load(client: Client, url: str) -> None:
    policy = client.get(url)["Content-Security-Policy"]

    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'self'"
    assert directives["frame-ancestors"] == "'none'"
    assert "unsafe-inline" not in policy
    assert "script-src" not in directives


INLINE = re.compile(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", re.IGNORECASE)


def test_no_template_needs_what_the_policy_forbids() -> None:
    offenders = [
        path.relative_to(BASE_DIR)
        for path in (BASE_DIR / "templates").rglob("*.html")
        if INLINE.search(path.read_text())
    ]

    assert offenders == []

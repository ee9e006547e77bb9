"""docs/extending.md and docs/slots.md say what the sources say."""

from __future__ import annotations

import re

from tests.extending import reference

HINT = "run: python -m tests.extending.reference"


def test_the_keys_are_current() -> None:
    text = reference.TUTORIAL.read_text(encoding="utf-8")
    assert reference.tutorial(text) == text, HINT


def test_the_slots_are_current() -> None:
    assert reference.SLOTS.read_text(encoding="utf-8") == reference.slots(), HINT


def test_every_link_leads_somewhere() -> None:
    text = reference.TUTORIAL.read_text(encoding="utf-8")
    headings = {
        "#" + re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-")
        for title in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }
    for link in re.findall(r"\]\(([^)]+)\)", text):
        assert link in headings or (reference.DOCS / link).exists(), link

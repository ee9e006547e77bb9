"""README.md says what the sources say."""

from __future__ import annotations

import re

from tests.house import readme


def test_the_generated_parts_are_current() -> None:
    text = readme.README.read_text(encoding="utf-8")
    assert readme.written(text) == text, "run: python -m tests.house.readme"


def test_every_generated_part_has_its_place() -> None:
    text = readme.README.read_text(encoding="utf-8")
    for name in readme.PARTS:
        assert f"<!-- {name}: " in text
        assert f"<!-- end of {name} -->" in text


def test_every_file_it_links_to_exists() -> None:
    text = readme.README.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    assert links
    assert [link for link in links if not (readme.README.parent / link).exists()] == []

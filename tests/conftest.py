"""Fixtures for every test: tiny template roots, written by the test that needs them."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest

from generator.catalog import Catalog
from generator.reading import PROJECT_FOLDER


class MakeCatalog(Protocol):
    """Write template files and return the catalogue over them."""

    def __call__(self, files: Mapping[str, str], root: str = "root") -> Catalog: ...


#: The least that a template root with one framework needs.
TINY = {
    "shared/database/axis.toml": 'title = "Database"',
    "shared/database/sqlite/layer.toml": 'kind = "relational"',
    "shared/database/none/layer.toml": 'kind = "none"',
    "shared/base/layer.toml": 'title = "Base"',
    "flask/framework.toml": 'title = "Flask"',
    "django/framework.toml": 'title = "Django"',
}


@pytest.fixture
def make_catalog(tmp_path: Path) -> MakeCatalog:
    """Return a function that writes ``TINY`` plus the files given; ``P/`` is the project folder."""

    def make(files: Mapping[str, str], root: str = "root") -> Catalog:
        for path, text in {**TINY, **files}.items():
            file = tmp_path / root / path.replace("/P/", f"/{PROJECT_FOLDER}/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
        return Catalog([tmp_path / root])

    return make

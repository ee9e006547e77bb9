"""The index of a wheel holds all that template folders hold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator import reading
from generator.answers import Answers
from generator.catalog import Catalog, Framework, extensions
from generator.choose import group
from generator.compose import compose
from generator.overlay import own_fragments
from generator.plan import make_plan
from generator.roots import built_in_root
from tests.conftest import MakeCatalog


@pytest.fixture
def indexed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a root that holds the index of our templates and nothing else of them."""
    root = tmp_path / "installed"
    for home in (built_in_root() / name for name in ("shared", "django", "flask")):
        (root / home.name).mkdir(parents=True)
        for name, part in reading.index_of(home).items():
            (root / home.name / name).write_text(json.dumps(part), encoding="utf-8")
    monkeypatch.setattr(reading, "_INSTALLED", f"{root}/")
    return root


def everything(framework: Framework) -> Iterable[tuple[object, ...]]:
    """Yield all that a framework's layers bring, each beside all others, but not where from."""
    yield framework.title, framework.axes, framework.versions
    by_axis = group(framework.layers.values())
    for layer in framework.layers.values():
        for part in (layer, *extensions(layer, by_axis)):
            found = own_fragments(part).values()
            fragments = [f._replace(source=Path(f.source).name) for f in found]
            files = [file for folder in part.folders for file in reading.read_files(folder)]
            yield part._replace(folders=()), fragments, files


@pytest.mark.parametrize("framework", ["django", "flask"])
def test_the_index_holds_all_that_the_folders_hold(framework: str, indexed: Path) -> None:
    read = list(everything(Catalog([built_in_root()]).framework(framework)))
    assert len(read) > 100
    assert list(everything(Catalog([indexed]).framework(framework))) == read


@pytest.mark.parametrize("framework", ["django", "flask"])
def test_a_project_from_the_index_is_the_same(framework: str, indexed: Path) -> None:
    def texts(root: Path) -> dict[str, str | None]:
        plan = make_plan(Answers("shop", framework=framework), Catalog([root]), year=2026)
        return {path: source.text for path, source in compose(plan).files.items()}

    assert texts(indexed) == texts(built_in_root())


def test_what_is_not_in_the_index_is_missing(indexed: Path) -> None:
    folder = indexed / "flask" / "layout" / "nowhere"
    assert not reading.subfolders(folder)
    assert not reading.has_manifest(folder, "layer.toml")
    assert not reading.read_files(folder)
    with pytest.raises(FileNotFoundError):
        reading.read_manifest(folder, "layer.toml")


def test_other_templates_are_read_from_the_disk_at_once(
    make_catalog: MakeCatalog, indexed: Path
) -> None:
    files = {"flask/database/sqlite/layer.toml": 'title = "before"'}
    assert make_catalog(files).framework("flask").layers["database/sqlite"].title == "before"
    files = {"flask/database/sqlite/layer.toml": 'title = "after"'}
    catalog = make_catalog(files, "other")
    assert catalog.framework("flask").layers["database/sqlite"].title == "after"
    (catalog.roots[0] / "flask" / "database" / "extra").mkdir()
    assert "extra" in reading.subfolders(catalog.roots[0] / "flask" / "database")

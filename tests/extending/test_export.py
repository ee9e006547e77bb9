"""Exported templates: stock cookiecutter makes of them what we would have written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cookiecutter.main import cookiecutter

from generator.answers import Answers
from generator.catalog import Catalog
from generator.compose import Composition, compose
from generator.errors import Refused
from generator.extending.export import export
from generator.plan import make_plan
from generator.render import render
from generator.roots import built_in_root
from tests.conftest import MakeCatalog


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return all files with their modes; the one random secret is masked."""
    return {
        file.relative_to(folder).as_posix(): (
            re.sub(rb"(?m)^(SECRET_KEY)=.*$", rb"\1=", file.read_bytes()),
            file.stat().st_mode & 0o777,
        )
        for file in folder.rglob("*")
        if file.is_file()
    }


def assert_same(composition: Composition, folder: Path) -> None:
    export(composition, folder / "template")
    (folder / "ours").mkdir()
    render(composition, folder / "ours")
    made = cookiecutter(
        str(folder / "template"), no_input=True, output_dir=str(folder / "out"), default_config=True
    )
    assert contents(Path(made)) == contents(folder / "ours")


REAL = [
    {"framework": "flask", "choices": {"app-type": ("api",), "database": ("postgresql",)}},
    {"framework": "flask", "choices": {"app-type": ("web",), "size": ("large",)}},
    {"framework": "flask", "choices": {"app-type": ("static",), "database": ("none",)}},
    {"framework": "django", "choices": {"app-type": ("web",), "size": ("large",)}},
    {"framework": "django", "choices": {"app-type": ("api",), "database": ("mysql",)}},
]


@pytest.mark.parametrize("fields", REAL, ids=lambda f: "-".join(map(str, f.values())))
def test_real_plans(fields: dict[str, object], tmp_path: Path) -> None:
    catalog = Catalog([built_in_root()])
    answers = Answers("Ünïque Shop", author="Ada Lovelace", **fields)  # type: ignore[arg-type]
    assert_same(compose(make_plan(answers, catalog, year=2026)), tmp_path)


@pytest.fixture
def composition(make_catalog: MakeCatalog) -> Composition:
    catalog = make_catalog(
        {
            "flask/base/P/README.md": "{{ cookiecutter.project_name }}: {{ cookiecutter.command }}",
            "flask/base/P/[id].html": "{{ title }}",
            "flask/base/P/about.txt": "{{ cookiecutter.framework }}",
            "flask/base/P/note.txt": "{{ cookiecutter.description }}",
            "flask/base/layer.toml": 'copy-only = ["*.html"]',
        }
    )
    answers = Answers("My Shop", framework="flask", description='A "{{shop}}" {% of mine')
    return compose(make_plan(answers, catalog, year=2026))


def test_odd_names_and_braces_survive(composition: Composition, tmp_path: Path) -> None:
    assert_same(composition, tmp_path)


def test_it_asks_for_what_changes_and_derives_the_rest(
    composition: Composition, tmp_path: Path
) -> None:
    export(composition, tmp_path / "t")
    asked = json.loads((tmp_path / "t/cookiecutter.json").read_text())
    assert [name for name in asked if not name.startswith("_")][:3] == [
        "project_name",
        "project_slug",
        "package",
    ]
    assert not {"framework", "python_min", "whichway_version"} & set(asked)
    made = cookiecutter(
        str(tmp_path / "t"),
        no_input=True,
        output_dir=str(tmp_path),
        extra_context={"project_name": "Your Stall"},
        default_config=True,
    )
    assert Path(made).name == "your-stall"
    assert (Path(made) / "about.txt").read_text() == "Flask"


def test_a_folder_that_holds_something_is_left_alone(
    composition: Composition, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").touch()
    with pytest.raises(Refused):
        export(composition, tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.name != "root"] == ["mine.txt"]

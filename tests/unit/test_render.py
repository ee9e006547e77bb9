"""Rendering: with cookiecutter, byte for byte what cookiecutter makes, and whole or not at all."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cookiecutter.main import cookiecutter

from generator import render as rendering
from generator.answers import Answers
from generator.compose import Composition, compose
from generator.errors import Refused, TemplateError
from generator.plan import make_plan
from generator.render import render, write_project, write_template
from tests.conftest import MakeCatalog

FILES = {
    "flask/base/P/README.md": "# {{ cookiecutter.project_name }}\n\n<!-- slot: more -->\n",
    "flask/base/P/run.sh": "#!/bin/sh\n",
    "flask/base/P/pages/index.html": "{{ title }}\n",
    "flask/base/P/plain.py": "print()\n",
    "flask/base/layer.toml": 'copy-only = ["pages/*"]',
    "flask/base/fills.md": "<!-- fill: more -->\nBy {{ cookiecutter.author }}.\n",
}


@pytest.fixture
def composition(make_catalog: MakeCatalog, tmp_path: Path) -> Composition:
    catalog = make_catalog(FILES)
    folder = tmp_path / "root/flask/base/{{cookiecutter.project_slug}}"
    (folder / "run.sh").chmod(0o755)
    (folder / "logo.png").write_bytes(b"\x89PNG\x00\xff")
    (folder / "run.bat").write_bytes(b"@echo off\r\necho {{ cookiecutter.author }}\r\n")
    (folder / "greet").write_bytes(b"#!/bin/sh\necho {{ cookiecutter.author }}\n")
    (folder / "greet").chmod(0o755)
    answers = Answers("My Shop", framework="flask", author="Ada")
    return compose(make_plan(answers, catalog, year=2026))


def contents(folder: Path) -> dict[str, tuple[bytes, bool]]:
    return {
        file.relative_to(folder).as_posix(): (file.read_bytes(), os.access(file, os.X_OK))
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_variables_are_rendered_and_the_rest_is_copied(
    composition: Composition, tmp_path: Path
) -> None:
    write_project(composition, tmp_path / "out/my-shop")
    assert contents(tmp_path / "out/my-shop") == {
        "README.md": (b"# My Shop\n\nBy Ada.\n", False),
        "greet": (b"#!/bin/sh\necho Ada\n", True),
        "logo.png": (b"\x89PNG\x00\xff", False),
        "pages/index.html": (b"{{ title }}\n", False),
        "plain.py": (b"print()\n", False),
        "run.bat": (b"@echo off\r\necho Ada\r\n", False),
        "run.sh": (b"#!/bin/sh\n", True),
    }
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["my-shop"]


def test_stock_cookiecutter_makes_the_same_of_the_composed_template(
    composition: Composition, tmp_path: Path
) -> None:
    (tmp_path / "ours").mkdir()
    render(composition, tmp_path / "ours")
    write_template(composition, tmp_path / "template")
    made = cookiecutter(str(tmp_path / "template"), no_input=True, output_dir=str(tmp_path))
    assert contents(Path(made)) == contents(tmp_path / "ours")


def test_a_target_that_holds_something_is_left_alone(
    composition: Composition, tmp_path: Path
) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop/mine.txt").write_text("mine")
    with pytest.raises(Refused, match="not an empty folder"):
        write_project(composition, tmp_path / "shop")
    assert [p.name for p in (tmp_path / "shop").iterdir()] == ["mine.txt"]


def test_an_empty_target_is_filled(composition: Composition, tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    write_project(composition, tmp_path / "shop")
    assert (tmp_path / "shop/plain.py").exists()


@pytest.mark.parametrize("fault", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_an_interruption_leaves_nothing_behind(
    composition: Composition,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: BaseException,
) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(rendering, "_render_with_cookiecutter", fail)
    with pytest.raises((KeyboardInterrupt, Refused)):
        write_project(composition, tmp_path / "deep/er/shop")
    assert not (tmp_path / "deep").exists()


def test_whoever_comes_second_is_told(
    composition: Composition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def render_while_another_wins(composition: Composition, folder: Path) -> None:
        render(composition, folder)
        (tmp_path / "shop").mkdir()
        (tmp_path / "shop/theirs").touch()

    monkeypatch.setattr(rendering, "render", render_while_another_wins)
    with pytest.raises(Refused, match="appeared meanwhile"):
        write_project(composition, tmp_path / "shop")
    assert [p.name for p in (tmp_path / "shop").iterdir()] == ["theirs"]


def test_an_unknown_variable_is_an_error_of_the_template(
    make_catalog: MakeCatalog, tmp_path: Path
) -> None:
    catalog = make_catalog({"flask/base/P/a.txt": "{{ cookiecutter.colour }}\n"})
    composition = compose(make_plan(Answers("shop", framework="flask"), catalog, year=2026))
    with pytest.raises(TemplateError, match=r"a\.txt.*colour"):
        write_project(composition, tmp_path / "shop")
    assert not (tmp_path / "shop").exists()


def test_threads_may_render_at_the_same_time(composition: Composition, tmp_path: Path) -> None:
    before = Path.cwd()
    with ThreadPoolExecutor(8) as pool:
        folders = [tmp_path / f"project-{number}" for number in range(40)]
        list(pool.map(lambda folder: write_project(composition, folder), folders))
    assert Path.cwd() == before
    assert {(folder / "README.md").read_text() for folder in folders} == {"# My Shop\n\nBy Ada.\n"}

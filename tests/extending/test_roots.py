"""Templates of one's own: new layers, new axes, a new framework, and what overlays what."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.answers import Answers
from generator.catalog import Catalog
from generator.cli import cli
from generator.compose import compose
from generator.errors import TemplateError, UsageError, WhichwayError
from generator.plan import make_plan
from generator.reading import PROJECT_FOLDER
from generator.roots import installed_roots, template_roots
from tests.conftest import MakeCatalog

BASE = {
    "flask/base/P/app.py": "# slot: app\n",
    "flask/base/P/README.md": "Read me.\n\n<!-- slot: readme many spaced -->\n",
    "flask/base/fills.py": "# fill: app\nprint('base')\n",
    "flask/extensions/axis.toml": "many = true",
    "flask/extensions/cors/layer.toml": "",
    "flask/extensions/cors/P/cors.txt": "ours\n",
    "flask/extensions/cors/fills.md": "<!-- fill: readme -->\nOurs.\n",
    "flask/extensions/cors/with/database/relational/fills.md": "<!-- fill: readme -->\nRows.\n",
}


def write(root: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        file = root / path.replace("/P/", f"/{PROJECT_FOLDER}/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
    return root


def texts(catalog: Catalog, **fields: object) -> dict[str, str | None]:
    answers = Answers("shop", **{"framework": "flask", **fields})  # type: ignore[arg-type]
    composition = compose(make_plan(answers, catalog, year=2026))
    return {path: source.text for path, source in composition.files.items()}


def over(catalog: Catalog, folder: Path, files: Mapping[str, str]) -> Catalog:
    return Catalog([*catalog.roots, write(folder, files)])


def test_the_same_layer_is_overlaid_file_by_file_and_fragment_by_fragment(
    make_catalog: MakeCatalog, tmp_path: Path
) -> None:
    mine = {
        "flask/extensions/cors/P/cors.txt": "mine\n",
        "flask/extensions/cors/P/more.txt": "more\n",
        "flask/extensions/cors/with/database/relational/fills.md": "<!-- fill: readme -->\nMine.\n",
        "flask/base/fills.py": "# fill: app\nprint('mine')\n",
    }
    found = texts(over(make_catalog(BASE), tmp_path / "mine", mine), include=("cors",))
    assert found["cors.txt"] == "mine\n"
    assert found["more.txt"] == "more\n"
    assert found["app.py"] == "print('mine')\n"
    assert found["README.md"] == "Read me.\n\nOurs.\n\nMine.\n"


def test_a_new_framework_is_there_when_asked_for(make_catalog: MakeCatalog, tmp_path: Path) -> None:
    files = {
        "fastapi/framework.toml": 'title = "FastAPI"',
        "fastapi/base/P/main.py": "print('{{ cookiecutter.framework }}')\n",
        "fastapi/schemas/axis.toml": 'title = "Schemas"\nafter = "database"',
        "fastapi/schemas/pydantic/layer.toml": 'when = { database = "relational" }',
        "fastapi/schemas/pydantic/P/schemas.py": "",
        "fastapi/schemas/plain/layer.toml": "",
    }
    catalog = over(make_catalog(BASE), tmp_path / "mine", files)
    assert catalog.framework_ids == ("django", "fastapi", "flask")
    assert set(texts(catalog, framework="fastapi", choices={"schemas": ("pydantic",)})) == {
        "main.py",
        "schemas.py",
    }
    plan = make_plan(Answers("shop", framework="fastapi"), catalog, year=2026)
    assert plan.decision.framework == "django"
    assert "--framework fastapi" in plan.command
    for value in ("sqlite", "none"):
        answers = Answers("shop", choices={"database": (value,)})
        assert make_plan(answers, catalog, year=2026).framework.id != "fastapi"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder with a layer on a built-in axis and with an axis of its own."""
    return write(
        tmp_path / "mine",
        {
            "shared/licence/acme/layer.toml": 'title = "Acme"\nsummary = "All rights reserved."',
            "shared/licence/acme/P/LICENSE": "Acme.\n",
            "django/mood/axis.toml": 'summary = "How it feels."\nafter = "licence"',
            "django/mood/calm/layer.toml": 'summary = "Slowly."',
            "django/mood/wild/layer.toml": 'summary = "Fast."',
            "django/framework.toml": 'title = "Django"',
        },
    )


def run(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(cli, [str(word) for word in words])
    if isinstance(result.exception, WhichwayError):
        return result.exception.exit_status, str(result.exception)
    return result.exit_code, result.output


def test_the_command_knows_the_layers_and_the_flags_of_a_folder(mine: Path) -> None:
    assert "All rights reserved." in run("list", "--templates", mine)[1]
    assert "All rights reserved." not in run("list")[1]
    assert "--mood calm|wild" in run("new", f"--templates={mine}", "--help")[1]
    assert "--mood" not in run("new", "--help")[1]
    status, shown = run("explain", "--mood", "calm", "--templates", mine)
    assert (status, shown.splitlines()[0][:6]) == (0, "Django")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda folder: None, "is not a folder"),
        (lambda folder: (folder / "stuff").mkdir(parents=True), "none of its folders is named"),
    ],
)
def test_a_folder_without_templates_is_refused(tmp_path: Path, make: object, message: str) -> None:
    make(tmp_path / "x")  # type: ignore[operator]
    with pytest.raises(UsageError, match=message):
        template_roots([tmp_path / "x"])
    assert run("new", "shop", "--templates", tmp_path / "x")[0] == 2


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the search path, as an environment's site-packages is."""
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "site")])
    installed_roots.cache_clear()
    yield tmp_path / "site"
    installed_roots.cache_clear()


def install(site: Path, value: str) -> None:
    write(
        site,
        {
            "acme_layers-1.dist-info/METADATA": "Name: acme-layers\nVersion: 1\n",
            "acme_layers-1.dist-info/entry_points.txt": f"[whichway.templates]\nacme = {value}\n",
            "acme_layers/__init__.py": "raise RuntimeError('templates are data')\n",
            "acme_layers/templates/shared/x": "",
        },
    )


def test_an_installed_package_is_found_and_not_imported(site: Path, mine: Path) -> None:
    install(site, "acme_layers.templates")
    assert template_roots([mine])[-2:] == (site / "acme_layers/templates", mine)


def test_a_package_that_names_no_folder_is_named(site: Path) -> None:
    install(site, "acme_layers.tempaltes")
    with pytest.raises(TemplateError, match=r"acme = acme_layers\.tempaltes"):
        template_roots()


def test_the_configuration_names_folders_and_has_one_of_its_own(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home/whichway"
    write(home, {"config.toml": 'templates = ["../../mine"]\nsize = "large"'})
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home.parent))
    assert "--mood" in run("new", "--help")[1]
    (home / "templates").mkdir()
    assert run("list")[0] == 0
    write(home, {"templates/django/mood/odd/layer.toml": 'summary = "Odd."'})
    assert "Odd." in run("list")[1]
    write(home, {"config.toml": 'templates = ["nowhere"]'})
    assert run("list") == (2, f'configured templates: "{home}/nowhere" is not a folder.'
                           " Name one that holds templates.")  # fmt: skip

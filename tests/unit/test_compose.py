"""Slots, imports and blank lines: what the composer makes of layers."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.answers import Answers
from generator.compose import compose
from generator.errors import TemplateError
from generator.plan import make_plan
from tests.conftest import MakeCatalog

APP = '''
"""The application."""

from flask import Flask

# slot: app.config


def create_app() -> Flask:
    """Return the application."""
    app = Flask(__name__)
    # slot: app.setup many

    return app


# slot: app.models many spaced
'''


def composed(
    make_catalog: MakeCatalog, files: Mapping[str, str], **answers: object
) -> Mapping[str, str | None]:
    catalog = make_catalog(files)
    stated = Answers("my-shop", framework="flask", **answers)  # type: ignore[arg-type]
    files_made = compose(make_plan(stated, catalog, year=2026)).files
    return {path: source.text for path, source in files_made.items()}


def test_empty_slots_leave_no_trace(make_catalog: MakeCatalog) -> None:
    files = composed(make_catalog, {"flask/base/P/app.py": APP})
    assert files["app.py"] == (
        '"""The application."""\n\nfrom flask import Flask\n\n\n'
        "def create_app() -> Flask:\n"
        '    """Return the application."""\n'
        "    app = Flask(__name__)\n\n"
        "    return app\n"
    )


def test_fragments_are_indented_and_their_imports_hoisted_and_merged(
    make_catalog: MakeCatalog,
) -> None:
    fills = """
        # fill: app.setup
        import os
        from flask import current_app, Flask
        from click import echo

        if os.environ:
            echo(current_app)

        # fill: app.models
        class Note:
            pass
        """
    files = composed(make_catalog, {"flask/base/P/app.py": APP, "flask/base/fills.py": fills})
    assert files["app.py"] == (
        '"""The application."""\n\nimport os\n\nfrom click import echo\n'
        "from flask import Flask, current_app\n\n\n"
        "def create_app() -> Flask:\n"
        '    """Return the application."""\n'
        "    app = Flask(__name__)\n"
        "    if os.environ:\n        echo(current_app)\n\n"
        "    return app\n\n\n"
        "class Note:\n    pass\n"
    )


def test_first_party_imports_are_written_where_a_name_is_missing(
    make_catalog: MakeCatalog,
) -> None:
    files = composed(
        make_catalog,
        {
            "flask/base/P/app/__init__.py": "",
            "flask/base/P/app/db.py": "db = object()\n",
            "flask/base/P/app/notes/__init__.py": "",
            "flask/base/P/app/notes/models.py": "from __future__ import annotations\n\n"
            "class Note:\n    store = db\n",
            "flask/base/P/tests/test_notes.py": "def test_it() -> None:\n    assert Note.store\n",
        },
    )
    assert files["app/notes/models.py"] == (
        "from __future__ import annotations\n\nfrom ..db import db\n\n\n"
        "class Note:\n    store = db\n"
    )
    assert (files["tests/test_notes.py"] or "").startswith(
        "from app.notes.models import Note\n\n\n"
    )


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("from .core import x", "from .core import helper"),
        ("from pkg.core import x", "from pkg.core import helper"),
    ],
)
def test_first_party_imports_follow_the_habit_of_their_package(
    make_catalog: MakeCatalog, other: str, expected: str
) -> None:
    files = {
        "flask/base/P/pkg/core.py": "x = 1\n\n\ndef helper() -> int:\n    return x\n",
        "flask/base/P/pkg/other.py": f"{other}\n\nprint(x)\n",
        "flask/base/P/pkg/user.py": "# slot: a\n",
        "flask/base/fills.py": "# fill: a\nprint(helper())\n",
    }
    assert composed(make_catalog, files)["pkg/user.py"] == f"{expected}\n\nprint(helper())\n"


def test_a_name_that_nobody_defines_is_an_error(make_catalog: MakeCatalog) -> None:
    with pytest.raises(TemplateError, match=r'app\.py: the name "nobody" is used'):
        composed(make_catalog, {"flask/base/P/app.py": "# slot: a\nprint(nobody)\n"})


def test_a_bracket_whose_slots_stay_empty_closes_at_once(make_catalog: MakeCatalog) -> None:
    text = "CHECKS = {\n    # slot: a many\n    # slot: b\n}\nNAMES = [\n    # slot: c many\n]\n"
    files = composed(make_catalog, {"flask/base/P/app.py": text + "app = 1\n"})
    assert files["app.py"] == "CHECKS = {}\nNAMES = []\napp = 1\n"


@pytest.mark.parametrize(
    ("fills", "expected"),
    [
        ("", "if not DEBUG:\n    b = 1\n"),
        ("# fill: a\nc = 2\n", "if DEBUG:\n    c = 2\nelse:\n    b = 1\n"),
    ],
)
def test_an_if_whose_slots_stay_empty_leaves_its_else(
    make_catalog: MakeCatalog, fills: str, expected: str
) -> None:
    text = "DEBUG = True\nif DEBUG:\n    # slot: a many\nelse:\n    b = 1\n"
    files = {"flask/base/P/app.py": text, "flask/base/fills.py": fills}
    assert composed(make_catalog, files)["app.py"] == f"DEBUG = True\n{expected}"


def test_a_star_import_may_bind_any_name(make_catalog: MakeCatalog) -> None:
    files = composed(
        make_catalog,
        {
            "flask/base/P/settings/__init__.py": '"""Settings."""\n',
            "flask/base/P/settings/base.py": 'API = {"debug": False}\n',
            "flask/base/P/settings/test.py": (
                'from settings.base import *\n\nAPI["debug"] = True\n# slot: settings.test\n'
            ),
            "flask/base/fills.py": "# fill: settings.test\nAPI['x'] = 1\n",
        },
    )
    assert files["settings/test.py"] == (
        "from settings.base import *\n\nAPI[\"debug\"] = True\nAPI['x'] = 1\n"
    )


def test_modules_that_import_each_other_are_an_error(make_catalog: MakeCatalog) -> None:
    with pytest.raises(TemplateError, match="circle"):
        composed(
            make_catalog,
            {
                "flask/base/P/app/__init__.py": "",
                "flask/base/P/app/a.py": "one = 1\nprint(two)\n",
                "flask/base/P/app/b.py": "two = 2\nprint(one)\n",
            },
        )


def test_skeletons_with_only_empty_slots_are_not_written(make_catalog: MakeCatalog) -> None:
    files = composed(
        make_catalog,
        {
            "flask/base/P/app/__init__.py": "",
            "flask/base/P/app/schemas.py": '"""Schemas."""\n\n# slot: schemas many\n',
            "flask/base/P/notes.md": "<!-- slot: schemas many -->\n",
            "flask/base/P/main.py": "print()\n",
        },
    )
    assert list(files) == ["main.py"]


def test_what_makes_a_folder_a_package_is_written_in_any_case(make_catalog: MakeCatalog) -> None:
    files = composed(
        make_catalog,
        {
            "flask/base/P/app/__init__.py": '"""All of it."""\n\n# slot: app.setup many\n',
            "flask/base/P/app/main.py": "print()\n",
        },
    )
    assert files["app/__init__.py"] == '"""All of it."""\n'


def test_two_claimants_of_one_slot_are_an_error(make_catalog: MakeCatalog) -> None:
    with pytest.raises(TemplateError, match=r"takes one fragment.*sqlite"):
        composed(
            make_catalog,
            {
                "flask/base/P/app.py": APP,
                "flask/base/fills.py": "# fill: app.config\nA = 1\n",
                "flask/database/sqlite/fills.py": "# fill: app.config\nB = 1\n",
            },
            choices={"database": ("sqlite",)},
        )


def test_a_fragment_for_an_undeclared_slot_is_an_error(make_catalog: MakeCatalog) -> None:
    with pytest.raises(TemplateError, match=r"fills.py:1: no template of flask declares"):
        composed(make_catalog, {"flask/base/fills.py": "# fill: app.config\nA = 1\n"})


def test_an_import_that_is_none_is_an_error(make_catalog: MakeCatalog) -> None:
    files = {
        "flask/base/P/app.py": "# slot: app.body\n",
        "flask/base/fills.py": "# fill: app.body\nfrom nope import\n",
    }
    with pytest.raises(TemplateError, match=r"The import .* is not valid Python"):
        composed(make_catalog, files)


def test_with_folders_apply_only_together(make_catalog: MakeCatalog) -> None:
    files = {
        "flask/base/P/a.txt": "a\n# slot: more\n",
        "flask/base/with/database/relational/fills.txt": "# fill: more\nrelational\n",
        "flask/base/with/database/none/P/b.txt": "b\n",
    }
    assert composed(make_catalog, files, choices={"database": ("sqlite",)}) == {
        "a.txt": "a\nrelational\n"
    }
    assert composed(make_catalog, files, choices={"database": ("none",)}) == {
        "a.txt": "a\n",
        "b.txt": "b\n",
    }


def test_a_layout_moves_folders_of_other_layers(make_catalog: MakeCatalog) -> None:
    files = {
        "flask/base/P/templates/a.html": "{{ name }}\n",
        "flask/database/sqlite/layer.toml": 'move = { templates = "app/templates" }',
    }
    assert composed(make_catalog, files, choices={"database": ("sqlite",)}) == {
        "app/templates/a.html": "{{ name }}\n"
    }


def test_what_a_star_may_bring_is_not_missing(make_catalog: MakeCatalog) -> None:
    files = {
        "flask/base/P/config/base.py": 'CACHES = {"default": {}}\nCACHES["default"] = {}\n',
        "flask/base/P/config/test.py": "from config.base import *\n\n# slot: settings\n",
        "flask/base/P/app.py": '"""The application."""\n',
        "flask/base/fills.py": '# fill: settings\nCACHES["default"]["TIMEOUT"] = 1\n',
    }
    project = composed(make_catalog, files)
    assert project["config/test.py"] == (
        'from config.base import *\n\nCACHES["default"]["TIMEOUT"] = 1\n'
    )

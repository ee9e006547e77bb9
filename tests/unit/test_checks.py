"""The checks of rendered projects: each finds the fault that is planted for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.answers import Answers
from generator.checks import Project, check, project_of
from generator.checks.ruff import Trees, lint_and_format, ruff_program
from generator.compose import compose
from generator.errors import TemplateError
from generator.plan import make_plan
from generator.render import write_project
from tests.conftest import MakeCatalog

PYPROJECT = """\
[project]
name = "demo"
version = "0.1.0"
requires-python = ">=3.11"
dependencies = [
    "flask>=3.1,<3.2",
    "psycopg[binary]>=3.3,<4",
]

[dependency-groups]
dev = [
    "pytest>=9",
    "types-flask>=1",
]

[tool.ruff.lint]
select = ["E", "F", "I"]
"""
README = """\
# Demo

```bash
cp .env.example .env
uv run flask db upgrade && uv run flask run
```

| Path | What |
| --- | --- |
| `app.py` | the [application](app.py), beside `tests/` and `uv.lock` |
"""
SOUND = {
    "app.py": 'import os\n\nimport flask\n\nprint(flask, os.environ["DATABASE_URL"])\n',
    "tests/test_app.py": "import pytest\n\nimport app\n\nprint(pytest, app)\n",
    "pyproject.toml": PYPROJECT.replace("flask>=3.1,<3.2", "flask-migrate>=4").replace(
        "dependencies = [\n", 'dependencies = [\n    "flask>=3.1,<3.2",\n', 1
    ),
    "README.md": README,
    ".env.example": "DATABASE_URL=postgresql+psycopg://localhost/demo\n",
    "migrations.ini": "# flask-migrate\n",
    "templates/a.html": "{% block a %}<p class={{ a }}>{{ a.b }}<br>{% endblock %}\n",
    "Dockerfile": 'FROM python:3.13 AS build\nRUN a \\\n    b\nCMD ["x"]\n',
    "compose.yaml": "a: ${DATABASE_URL}\n",
    "data.json": "{}\n",
}
COMMAND = "whichway new demo --without docker"


def project(files: Mapping[str, str | None] | None = None, **more: object) -> Project:
    """Return the sound project with files replaced, added, or (``None``) taken away."""
    merged = {**SOUND, **(files or {})}
    kept = {path: text for path, text in merged.items() if text is not None}
    return Project(kept, COMMAND, **more)  # type: ignore[arg-type]


def test_a_sound_project_has_no_findings() -> None:
    assert check(project()) == []


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("app.py", "def f(:\n", "app.py:1: not valid Python 3.11"),
        ("app.py", "type X = int\n", "app.py:1: not valid Python 3.11"),
        ("pyproject.toml", "[a\n", "not valid TOML"),
        ("data.json", "{,}\n", "data.json:1: not valid JSON"),
        ("compose.yaml", "a: [\n", "not valid YAML"),
        ("compose.yaml", "a: 1\nb: 2\na: 3\n", 'compose.yaml:3: the key "a" stands twice'),
        (".env", "A B=1\n", ".env:1: not a NAME=value line"),
        (".env", "A=1\nA=2\n", '.env:2: "A" stands twice'),
        ("Dockerfile", "RUN x\n", "Dockerfile:1: a Dockerfile begins with FROM"),
        ("Dockerfile", "FROM a\nCOPPY x y\n", 'Dockerfile:2: "COPPY" is no instruction'),
        ("Dockerfile", "FROM a\nCOPY --from=build x y\n", 'no earlier stage "build"'),
        ("Dockerfile", "FROM a\nCMD ['x']\n", "Dockerfile:2: not valid JSON"),
        ("templates/a.html", "<div>\n<p>\n", "templates/a.html:1: <div> is never closed"),
        ("templates/a.html", "</div>\n", "templates/a.html:1: </div> closes nothing"),
        ("templates/a.html", '<a id="x" id="y"></a>\n', "<a> has id twice"),
        ("notes.md", "a\n\n\nb\n", "notes.md:3: two blank lines in a row"),
        ("notes.md", "a", "notes.md:1: no newline at the end"),
        ("notes.md", "a\n\n", "notes.md:2: a blank line at the end"),
        ("notes.md", "\na\n", "notes.md:1: a blank line at the start"),
        ("notes.md", "a \n", "notes.md:1: a space or carriage return"),
        ("notes.md", "a\r\n", "notes.md:1: a space or carriage return"),
        ("notes.md", "", "notes.md: an empty file"),
        ("notes.md", "{{ cookiecutter.package }}\n", "a leftover of templating"),
        ("notes.md", "{{ random_ascii_string(8) }}\n", "a leftover of templating"),
        ("templates/a.html", "{% raw %}\n", "a leftover of templating"),
        ("app.yml", "a: 1\n# slot: ci.jobs many\n", "app.yml:2: a slot or fill marker is left"),
        ("empty/__init__.py", "", "empty: an empty package"),
        ("app.py", "import yaml\n", 'app.py:1: imports "yaml", which no declared dependency'),
        ("app.py", "import pytest\n", 'app.py:1: imports "pytest", which no declared dependency'),
        (".env.example", "A=1\n", 'declares "psycopg", which nothing uses'),
        (
            ".env.example",
            "DATABASE_URL=\nOTHER=\n",
            '.env.example: shows "OTHER", which',
        ),
        ("compose.yaml", "a: ${SECRET}\n", 'compose.yaml:1: reads "SECRET"'),
        ("app.py", "flag(environ, 'DEBUG_ME')\n", 'app.py:1: reads "DEBUG_ME"'),
        ("app.py", "environ.get('LEVEL', 'INFO')\n", 'app.py:1: reads "LEVEL"'),
        ("app.py", "env.str('TOKEN', default='')\n", 'app.py:1: reads "TOKEN"'),
        (".env", "OTHER=1\n", "do not show the same variables: DATABASE_URL, OTHER"),
        ("app.py", None, 'README.md:10: names "app.py", which does not exist'),
        ("README.md", "See [it](docs/it.md).\n", 'names "docs/it.md", which does not exist'),
        ("README.md", "```bash\nuv run celery\n```\n", 'calls "celery", which no dependency'),
        ("README.md", "```bash\nuv run flask sow\n```\n", 'calls "flask sow", and nothing'),
        ("README.md", "| `python manage.py x` | y |\n", 'calls "manage.py", which does not'),
        ("README.md", "```bash\ndocker build .\n```\n", None),
    ],
)
def test_a_planted_fault_is_found(path: str, text: str | None, expected: str | None) -> None:
    files = {path: text}
    if expected is None:
        files["Dockerfile"] = None
        expected = 'calls "docker build", and there is no Dockerfile'
    found = [str(finding) for finding in check(project(files))]
    assert any(expected in line for line in found), found


def test_words_of_layers_that_were_not_chosen_are_found() -> None:
    words = {"docker": ("container/docker",), "flask": ("base",), "celery": ("extensions/celery",)}
    files: dict[str, str | None] = {
        "Dockerfile": None,
        "notes.md": f"dockers\n\nnot mydocker, not `{COMMAND}`\n",
    }
    found = [f for f in check(project(files, words=words)) if f.check == "word"]
    assert [(f.path, f.line) for f in found] == [("notes.md", 1)]
    assert found[0].message == 'names "docker", which belongs to container/docker'
    chosen = project(files, words=words, chosen=("container/docker",))
    assert not [f for f in check(chosen) if f.check == "word"]


def test_a_path_with_a_word_of_a_layer_that_was_not_chosen_is_found() -> None:
    found = check(project(words={"docker": ("container/docker",)}))
    assert "Dockerfile" in {f.path for f in found if f.check == "word"}


def test_a_development_tool_may_be_imported_on_a_condition() -> None:
    text = SOUND["app.py"] + "if flask:\n    import pytest\n\n    print(pytest)\n"
    assert not check(project({"app.py": text}))


def test_a_command_is_known_by_the_name_of_its_function() -> None:
    text = "@app.cli.command()\n@other\ndef sow_seeds() -> None:\n    pass\n"
    readme = "```bash\nuv run flask sow-seeds\n```\n"
    assert not check(project({"app.py": SOUND["app.py"] + text, "README.md": readme}))


def test_used_as_names_what_a_dependency_shows_as() -> None:
    text = SOUND["pyproject.toml"].replace('"flask-migrate>=4"', '"flask-migrate>=4", "pyyaml>=6"')
    files = {"pyproject.toml": text, "app.py": SOUND["app.py"].replace("flask", "yaml", 1)}
    assert any('"pyyaml"' in finding.message for finding in check(project(files)))
    named = check(project(files, used_as={"pyyaml": ("yaml",)}))
    assert not any("yaml" in finding.message for finding in named)


def test_ruff_looks_at_each_distinct_file_once_and_names_a_project_that_has_it(
    tmp_path: Path,
) -> None:
    program = ruff_program()
    assert program, "ruff is a development dependency"
    trees = Trees()
    trees.add(project())
    trees.add(project({"app.py": "import flask\nimport os\nprint(flask,os)\n"}))
    trees.add(project())
    other = Trees()
    other.add(project({"app.py": "import nothing\n"}))
    trees.merge(other)
    assert trees.files == 4
    trees.write(tmp_path)
    found = lint_and_format(trees, tmp_path, program)
    shown = sorted((f.check, f.path, f.message.split()[0], f.command) for f in found)
    assert shown == [
        ("format", "app.py", "File", COMMAND),
        ("ruff", "app.py", "F401", COMMAND),
        ("ruff", "app.py", "I001", COMMAND),
    ]


def test_ruff_knows_the_first_party_packages_in_every_tree(tmp_path: Path) -> None:
    sound = "import flask\n\nfrom core.a import x\n\nprint(flask, x)\n"
    trees = Trees()
    for number in range(2):
        text = f"{sound}print({number})\n"
        trees.add(project({"core/__init__.py": "", "core/a.py": "x = 1\n", "core/b/c.py": text}))
    trees.write(tmp_path)
    assert not lint_and_format(trees, tmp_path, ruff_program() or "ruff")


def test_projects_are_rendered_in_memory_with_fixed_secrets(make_catalog: MakeCatalog) -> None:
    catalog = make_catalog(
        {
            "flask/base/P/a.txt": "{{ cookiecutter.project_slug }} {{ random_ascii_string(9) }}\n",
            "flask/base/P/b.html": "{{ kept }}\n",
            "flask/base/layer.toml": 'copy-only = ["*.html"]\nused-as = { x = ["y"] }\n',
            "flask/extensions/axis.toml": "many = true\n",
            "flask/extensions/x/layer.toml": 'words = ["xxx"]\n',
        }
    )
    made = project_of(make_plan(Answers("my-shop", framework="flask"), catalog, year=2026))
    assert made.files == {"a.txt": "my-shop Secret0Se\n", "b.html": "{{ kept }}\n"}
    assert made.words == {"xxx": ("extensions/x",)}
    assert made.used_as == {"x": ("y",)}
    assert made.chosen == ("database/sqlite",)


def test_in_memory_or_by_cookiecutter_the_texts_are_the_same(
    make_catalog: MakeCatalog, tmp_path: Path
) -> None:
    text = "{{ cookiecutter.project_slug }}\n\n{{cookiecutter.year}} { { }}\n"
    files = {
        "flask/base/P/plain.txt": text,
        "flask/base/P/compiled.txt": text + "{{ cookiecutter.package | upper }}{# gone #}\n",
    }
    plan = make_plan(Answers("my-shop", framework="flask"), make_catalog(files), year=2026)
    write_project(compose(plan), tmp_path / "out")
    for path, made in project_of(plan).files.items():
        assert (tmp_path / "out" / path).read_text() == made


@pytest.mark.parametrize("more", ["", "{# a comment #}"])
def test_a_variable_that_does_not_exist_is_a_template_error(
    make_catalog: MakeCatalog, more: str
) -> None:
    catalog = make_catalog({"flask/base/P/a.txt": "{{ cookiecutter.nothing }}\n" + more})
    plan = make_plan(Answers("my-shop", framework="flask"), catalog, year=2026)
    with pytest.raises(TemplateError, match=r"a\.txt.*nothing"):
        project_of(plan)

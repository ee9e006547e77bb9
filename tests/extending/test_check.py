"""``whichway check`` and ``whichway layer new``: every fault is found where its author made it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

from generator.catalog import Catalog
from generator.cli import cli
from generator.errors import Refused, UsageError
from generator.extending import keys, trial_run
from generator.extending.lint import FLAGS
from generator.extending.skeleton import new_layer
from generator.extending.trial import Report, check_root
from generator.manifests import AXIS_KEYS, FRAMEWORK_KEYS, LAYER_KEYS
from generator.options import FieldOption
from generator.reading import PROJECT_FOLDER
from tests.conftest import MakeCatalog
from tests.extending.test_roots import write

BASE = {
    "shared/app-type/axis.toml": 'after = "database"',
    "shared/app-type/api/layer.toml": "",
    "shared/app-type/web/layer.toml": "",
    "flask/base/P/app.py": '"""The app."""\n\n# slot: app.init many\n',
    "flask/base/P/pyproject.toml": """
        [project]
        name = "shop"
        requires-python = ">=3.11"
        dependencies = [
            # slot: project.dependencies
        ]
        """,
    "flask/extensions/axis.toml": 'many = true\nafter = "app-type"',
    "flask/extensions/cors/layer.toml": "",
    "flask/extensions/cors/P/cors.py": "import os\n",
}
LAYER = {
    "flask/extensions/acme/layer.toml": 'summary = "Acme."\ndependencies = ["acme-log>=1"]',
    "flask/extensions/acme/fills.py": """
        # fill: app.init
        import acme_log

        acme_log.start()
        """,
}
ACME = "flask/extensions/acme"


@pytest.fixture
def others(make_catalog: MakeCatalog) -> tuple[Path, ...]:
    return make_catalog(BASE).roots


def checked(others: tuple[Path, ...], root: Path, files: dict[str, str]) -> Report:
    return check_root(write(root, {**LAYER, **files}), others)


def test_a_sound_layer_is_rendered_with_every_base_and_layer(
    others: tuple[Path, ...], tmp_path: Path
) -> None:
    report = checked(others, tmp_path / "mine", {})
    assert report.findings == {}
    plans = report.layers["extensions/acme"]
    bases = {(plan.by_axis["database"][0].name, plan.by_axis["app-type"][0].name) for plan in plans}
    assert len(bases) == 4
    assert sum("extensions/cors" in {layer.id for layer in p.layers} for p in plans) == 2


#: What is planted, and where it has to be reported, in which words.
FAULTS = {
    "a key that does not exist": (
        {f"{ACME}/layer.toml": 'summary = "x"\n\ndependency = ["acme-log"]'},
        (f"{ACME}/layer.toml", 3, 'unknown key "dependency". Did you mean "dependencies"?'),
    ),
    "a value of the wrong type": (
        {f"{ACME}/layer.toml": 'summary = "x"\naliases = "a"'},
        (f"{ACME}/layer.toml", 2, '"aliases" is a list of texts, not'),
    ),
    "a default with a misspelt key": (
        {
            "flask/logs/axis.toml": '\ndefault = [{ layer = "json", wen = { size = "large" } }]',
            "flask/logs/json/layer.toml": 'summary = "x"',
        },
        ("flask/logs/axis.toml", 1, '"default" is a list of tables with the keys layer, when and'),
    ),
    "a condition that is no name": (
        {f"{ACME}/layer.toml": 'summary = "x"\nwhen = { size = 3 }'},
        (f"{ACME}/layer.toml", 2, '"when" is a table of names or lists of names, by axis, not'),
    ),
    "broken TOML": (
        {f"{ACME}/layer.toml": "summary = "},
        (f"{ACME}/layer.toml", 0, "not valid TOML"),
    ),
    "no manifest": (
        {"flask/extensions/new/fills.py": "# fill: app.init\nx = 1\n"},
        ("flask/extensions/new", 0, "layer.toml is missing"),
    ),
    "no summary": ({f"{ACME}/layer.toml": ""}, (f"{ACME}/layer.toml", 0, '"summary" is missing')),
    "a slot that nobody declares": (
        {f"{ACME}/fills.py": "\n# fill: app.innit\nx = 1\n"},
        (f"{ACME}/fills.py", 1, 'the slot "app.innit": Did you mean "app.init"?'),
    ),
    "a slot that says what no slot can": (
        {f"{ACME}/P/acme.txt": "Acme.\n# slot: acme.more lots\n"},
        (f"{ACME}/{{{{cookiecutter.project_slug}}}}/acme.txt", 2, 'unknown word "lots"'),
    ),
    "a misspelt axis": (
        {"flask/extension/x/layer.toml": ""},
        ("flask/extension", 0, 'no axis "extension": Did you mean "extensions"?'),
    ),
    "a misspelt framework": (
        {"flaks/extensions/x/layer.toml": ""},
        ("flaks", 0, 'no framework "flaks": Did you mean "flask"?'),
    ),
    "a misspelt project folder": (
        {f"{ACME}/{{{{ cookiecutter.project_slug }}}}/a.py": ""},
        (f"{ACME}/{{{{ cookiecutter.project_slug }}}}", 0, "files of the project belong into"),
    ),
    "a required layer that does not exist": (
        {f"{ACME}/layer.toml": 'summary = "x"\nrequires = ["extensions/corse"]'},
        (f"{ACME}/layer.toml", 0, 'Did you mean "extensions/cors"?'),
    ),
    "a condition that can never hold": (
        {f"{ACME}/layer.toml": 'summary = "x"\nwhen = { database = "postgres" }'},
        (f"{ACME}/layer.toml", 0, 'no layer or kind of the axis database: "postgres"'),
    ),
    "a condition on an axis that does not exist": (
        {f"{ACME}/layer.toml": 'summary = "x"\nwhen = { databse = "none" }'},
        (f"{ACME}/layer.toml", 0, '"when" names no axis: "databse". Did you mean "database"?'),
    ),
    "an axis left out that does not exist": (
        {f"{ACME}/layer.toml": 'summary = "x"\nleaves-out = { databse = "Why?" }'},
        (f"{ACME}/layer.toml", 0, '"leaves-out" names no axis: "databse"'),
    ),
    "something beside a layer that does not exist": (
        {f"{ACME}/with/database/sqlight/fills.py": "# fill: app.init\nx = 1\n"},
        (f"{ACME}/with/database/sqlight", 0, 'axis database: "sqlight". Did you mean "sqlite"?'),
    ),
    "an axis after one that does not exist": (
        {"flask/logs/axis.toml": 'after = "sise"', "flask/logs/json/layer.toml": 'summary = "x"'},
        ("flask/logs/axis.toml", 0, 'names no axis: "sise"'),
    ),
    "an axis with the name of a flag": (
        {"flask/git/axis.toml": "", "flask/git/some/layer.toml": 'summary = "x"'},
        ("flask/git", 0, '"git" is a flag: rename the axis'),
    ),
    "a dependency that is none": (
        {f"{ACME}/layer.toml": 'summary = "x"\ndependencies = ["acme log"]'},
        (f"{ACME}/layer.toml", 0, '"acme log" is no name of a package, nor a requirement'),
    ),
    "a Python that is none": (
        {f"{ACME}/layer.toml": 'summary = "x"\nrequires-python = "3.12"'},
        (f"{ACME}/layer.toml", 2, '"requires-python" is a text such as ">=3.12", not'),
    ),
    "a layer that nothing offers": (
        {f"{ACME}/layer.toml": 'summary = "x"\nwhen = { extensions = "cors" }'},
        ("", 0, 'nothing offers "extensions/acme"'),
    ),
    "a source that does not parse": (
        {f"{ACME}/P/acme.py": "import os\n\ndef f(:\n"},
        (f"{ACME}/{{{{cookiecutter.project_slug}}}}/acme.py", 3, "not valid Python"),
    ),
    "a fill that does not parse": (
        {f"{ACME}/fills.py": "# fill: app.init\nacme_log.start(\n"},
        (f"{ACME}/fills.py", 2, "not valid Python"),
    ),
    "a file of another layer": (
        {f"{ACME}/P/cors.py": "import os\n"},
        ("{{cookiecutter.project_slug}}/cors.py", 0, "also shipped by the layer"),
    ),
    "an undeclared dependency": (
        {f"{ACME}/layer.toml": 'summary = "x"'},
        (f"{ACME}/fills.py", 2, 'imports "acme_log", which no declared dependency provides'),
    ),
    "a dependency without a version": (
        {f"{ACME}/layer.toml": 'summary = "x"\ndependencies = ["acme-log"]'},
        (f"{ACME}/layer.toml", 0, '"acme-log" has no version'),
    ),
    "leftover templating": (
        {f"{ACME}/P/acme.toml": 'x = "{% raw %}{{ cookiecutter.package }}{% endraw %}"\n'},
        (f"{ACME}/{{{{cookiecutter.project_slug}}}}/acme.toml", 0, "leftover of templating"),
    ),
    "an unknown variable": (
        {f"{ACME}/P/acme.toml": 'x = "{{ cookiecutter.colour }}"\n'},
        (f"{ACME}/{{{{cookiecutter.project_slug}}}}/acme.toml", 0, "colour"),
    ),
    "bad style": (
        {f"{ACME}/P/acme.py": "import os\n"},
        (f"{ACME}/{{{{cookiecutter.project_slug}}}}/acme.py", 1, "F401"),
    ),
}


@pytest.mark.parametrize("path", [f"{ACME}/fills.py", f"{ACME}/P/acme.py"])
def test_a_source_in_another_encoding_is_found(
    path: str, others: tuple[Path, ...], tmp_path: Path
) -> None:
    file = write(tmp_path / "mine", {**LAYER, path: ""}) / path.replace(
        "/P/", f"/{PROJECT_FOLDER}/"
    )
    file.write_bytes("# fill: app.init\nx = 'é'\n".encode("latin-1"))
    (finding,) = check_root(tmp_path / "mine", others).findings.values()
    assert finding.path.endswith(file.name)
    assert finding.message.startswith("not valid UTF-8")


def test_no_axis_may_be_called_like_a_flag() -> None:
    flags = {
        option.removeprefix("--")
        for command in ("new", "explain", "export")
        for parameter in cli.commands[command].get_params(Context(cli.commands[command]))
        for option in parameter.opts
        if option.startswith("--")
        and not (isinstance(parameter, FieldOption) and parameter.field.axis)
    }
    assert flags <= FLAGS


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name: str, others: tuple[Path, ...], tmp_path: Path) -> None:
    files, (path, line, message) = FAULTS[name]
    report = checked(others, tmp_path / "mine", files)
    fitting = [f for f in report.findings.values() if message in f.message]
    assert fitting, [str(finding) for finding in report.findings.values()]
    assert any(f.path.endswith(path) and f.line >= line for f in fitting), fitting


def test_faults_of_the_templates_underneath_are_not_the_authors(
    make_catalog: MakeCatalog, tmp_path: Path
) -> None:
    wrong = {
        "flask/base/P/wrong.py": "import nowhere_declared\n",
        # The author's import moves this one, and with it the line numbers in what ruff says.
        "flask/base/P/app.py": "# slot: app.init many\nimport os\n\nprint(os)\n\nimport os\n",
    }
    others = make_catalog({**BASE, **wrong}).roots
    assert checked(others, tmp_path / "mine", {}).findings == {}


def run(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(cli, [str(word) for word in words], standalone_mode=False)
    return result.return_value or 0, result.output


def test_a_new_layer_passes_the_check_and_is_on_the_menu(tmp_path: Path) -> None:
    path = tmp_path / "mine/django/licence/acme"
    assert run("layer", "new", path)[0] == 0
    manifest = (path / "layer.toml").read_text()
    assert all(f"# {key} = " in manifest for key in set(LAYER_KEYS) - {"title", "summary"})
    assert "acme" in run("list", "--templates", tmp_path / "mine")[1]
    status, shown = run("check", tmp_path / "mine", "--json")
    assert (status, json.loads(shown)["findings"]) == (0, [])


def test_a_new_axis_gets_a_manifest_too(others: tuple[Path, ...], tmp_path: Path) -> None:
    catalog = Catalog(others)
    written = new_layer(tmp_path / "mine/flask/mood/calm", catalog)
    assert [file.name for file in written] == ["axis.toml", "fills.py", "layer.toml"]
    assert check_root(tmp_path / "mine", others).findings == {}
    assert Catalog([*others, tmp_path / "mine"]).framework("flask").on("mood")
    with pytest.raises(Refused):
        new_layer(tmp_path / "mine/flask/mood/calm", catalog)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("mine/flaks/extensions/acme", 'Did you mean "flask"'),
        ("mine/flask/extensions/Acme Log", 'write "acme-log"'),
        ("mine/flask/extensions/base", "no name for"),
        ("/acme", "too short: write ROOT/FRAMEWORK/AXIS/NAME"),
    ],
)
def test_a_path_that_means_no_layer_is_refused(
    path: str, message: str, others: tuple[Path, ...], tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=message):
        new_layer(tmp_path / path, Catalog(others))
    with pytest.raises(UsageError, match=message):
        CliRunner().invoke(
            cli, ["layer", "new", path], catch_exceptions=False, standalone_mode=False
        )
    assert not (tmp_path / "mine").exists()


def test_every_key_of_every_manifest_is_explained_by_an_example_that_works() -> None:
    for texts, valid in (
        (keys.FRAMEWORK, FRAMEWORK_KEYS),
        (keys.AXIS, AXIS_KEYS),
        (keys.LAYER, LAYER_KEYS),
    ):
        assert set(texts) == set(valid)
    for name, texts in keys.MANIFESTS.items():
        assert name.endswith(".toml")
        for key, entry in texts.items():
            assert entry.example.startswith(f"{key} = "), entry


def test_run_installs_and_tests_a_project_per_app_type(
    others: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = checked(others, tmp_path / "mine", {})
    seen: list[bool] = []

    def problem(project: Path) -> str:
        seen.append("acme_log" in (project / "app.py").read_text())
        return "" if len(seen) == 1 else '"pytest" failed'

    monkeypatch.setattr(trial_run, "problem_of", problem)
    findings = trial_run.run_plans(report)
    assert seen == [True, True]
    assert [finding.message for finding in findings] == ['"pytest" failed']
    assert findings[0].command.endswith(f"--templates {tmp_path / 'mine'}")

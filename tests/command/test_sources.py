"""Where values come from: precedence, files, presets, variables, configuration, git."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command.conftest import Whichway

PLAN = ("new", "shop", "--dry-run", "--json")


def layers(whichway: Whichway, *arguments: str, **variables: str) -> list[str]:
    result = whichway(*PLAN, *arguments, **variables)
    assert result.status == 0, result.err
    found: list[str] = result.data["layers"]
    return found


def settings(home: Path, text: str) -> Path:
    file = home / ".config/whichway/config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def test_each_source_wins_over_those_below(whichway: Whichway, home: Path, here: Path) -> None:
    assert "database/sqlite" in layers(whichway)
    settings(home, 'database = "none"')
    assert "database/none" in layers(whichway)
    (home / ".config/whichway/presets").mkdir()
    (home / ".config/whichway/presets/mine.toml").write_text('database = "mongodb"')
    assert "database/mongodb" in layers(whichway, "--preset", "mine")
    (here / "a.toml").write_text('database = "postgres"')
    arguments = ("--preset", "mine", "--answers", "a.toml")
    assert "database/postgresql" in layers(whichway, *arguments)
    assert "database/sqlite" in layers(whichway, *arguments, WHICHWAY_DATABASE="sqlite")
    flags = (*arguments, "--database", "none")
    assert "database/none" in layers(whichway, *flags, WHICHWAY_DATABASE="sqlite")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.toml", 'framework = "flask"\nextensions = ["queue"]'),
        ("a.json", '{"framework": "flask", "extensions": ["queue"]}'),
        ("a.yaml", "framework: flask\nextensions: [queue]"),
        ("a.yml", "answers:\n  framework: flask\n  extensions: queue"),
    ],
)
def test_answers_files_come_in_three_formats(
    whichway: Whichway, here: Path, name: str, text: str
) -> None:
    (here / name).write_text(text)
    found = layers(whichway, "--answers", name)
    assert {"extensions/queue", "extensions/redis"} <= set(found)
    assert "extensions/cors" not in found


def test_a_projects_answers_file_makes_it_again(whichway: Whichway, here: Path) -> None:
    first = ("--framework", "flask", "--auth", "jwt", "--with", "queue", "--without", "cors")
    text = ("--description", "What’s new? Fish & chips", "--author", "René O'Brien")
    assert whichway("new", "My Shop", "-y", *first, *text, "-o", "one").status == 0
    again = whichway("new", "--answers", "one/my-shop/.whichway.toml", "-y", "-o", "two")
    assert again.status == 0
    for path in ("README.md", "pyproject.toml", ".whichway.toml"):
        assert (here / "one/my-shop" / path).read_text() == (
            here / "two/my-shop" / path
        ).read_text()
    assert "SECRET" not in (here / "one/my-shop/.whichway.toml").read_text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('databse = "sqlite"', 'unknown key "databse". Did you mean "database"?'),
        ('database = "sqlit"', 'Did you mean "sqlite"?'),
        ("database = true", "database is a text, not True"),
        ("git = 'yes'", "git is true or false"),
        ("extensions = [1]", "extensions is a list of names"),
        ('framework = "djngo"', 'Did you mean "django"?'),
        ("[answers]\nsize = 'small'\n[more]\nx = 1", 'unknown key "more" beside [answers]'),
        ("database = ", "cannot be read"),
        ('description = "a \\" b"', "description cannot hold"),
        ('email = "ada"', "is no e-mail address"),
        ('output-dir = "a\\u0000b"', "output-dir cannot hold a null"),
    ],
)
def test_a_wrong_answers_file_is_one_line(
    whichway: Whichway, here: Path, text: str, said: str
) -> None:
    (here / "a.toml").write_text(text)
    result = whichway("new", "shop", "-y", "--answers", "a.toml")
    assert result.status == 2
    assert said in result.err
    assert len(result.lines) == 1
    assert not (here / "shop").exists()


@pytest.mark.parametrize("text", ["- a\n- b", "a: [", "&a [*a]", "\x00", "!!python/name:os.system"])
def test_a_yaml_file_that_is_no_table_is_one_line(
    whichway: Whichway, here: Path, text: str
) -> None:
    (here / "a.yaml").write_text(text)
    result = whichway("new", "shop", "-y", "--answers", "a.yaml")
    assert (result.status, len(result.lines)) == (2, 1)
    assert "(at line 1, column 5)" in result.err or text != "a: ["


@pytest.mark.parametrize("name", ["deep.json", "deep.toml", "deep.yaml"])
def test_bottomless_nesting_is_one_line(whichway: Whichway, here: Path, name: str) -> None:
    (here / name).write_text(("x = " if name.endswith("toml") else "") + "[" * 20000)
    result = whichway("new", "shop", "-y", "--answers", name)
    assert (result.status, len(result.lines)) == (2, 1)


def test_an_answers_file_that_is_missing_or_a_folder_is_one_line(whichway: Whichway) -> None:
    for name in ("missing.toml", "."):
        result = whichway("new", "shop", "-y", "--answers", name)
        assert (result.status, len(result.lines)) == (2, 1)


def test_an_unknown_variable_is_an_error(whichway: Whichway) -> None:
    result = whichway(*PLAN, WHICHWAY_DATABSE="sqlite")
    assert result.status == 2
    assert 'Did you mean "WHICHWAY_DATABASE"?' in result.err


def test_variables_state_lists_and_switches(whichway: Whichway, here: Path) -> None:
    found = layers(whichway, WHICHWAY_FRAMEWORK="flask", WHICHWAY_EXTENSIONS="queue cors")
    assert {"extensions/queue", "extensions/cors"} <= set(found)
    assert whichway("new", "-y", WHICHWAY_NAME="shop", WHICHWAY_GIT="1").status == 0
    assert (here / "shop/.git").is_dir()


def test_wishes_give_way_and_say_so(whichway: Whichway, home: Path) -> None:
    settings(home, 'licence = "gpl"\nauth = "tokens"\nwith = ["cors", "redis"]')
    result = whichway(*PLAN, "--framework", "flask", "--database", "none")
    assert result.status == 0
    assert "auth/none" in result.data["layers"]
    assert {"licence/gpl", "extensions/redis"} <= set(result.data["layers"])
    assert "auth = tokens was left aside" in result.err
    assert "It keeps users, so it needs a database." in result.err
    django = whichway(*PLAN, "--framework", "django")
    assert django.status == 0
    assert "licence/gpl" in django.data["layers"]
    assert 'with = cors was left aside: --with: Django has no layer "cors".\n' in django.err


def test_a_tilde_is_the_home_folder(whichway: Whichway, home: Path, here: Path) -> None:
    settings(home, 'output-dir = "~/projects"')
    assert whichway("new", "shop", "-y").status == 0
    assert (home / "projects/shop/README.md").exists()
    assert not list(here.iterdir())


def test_a_preset_that_does_not_fit_gives_way_to_flags(whichway: Whichway) -> None:
    fitting = layers(whichway, "--preset", "small-api")
    assert {"app-type/api", "auth/tokens"} <= set(fitting)
    result = whichway(*PLAN, "--preset", "small-api", "--database", "none")
    assert result.status == 0
    assert "auth/none" in result.data["layers"]


def test_the_shipped_presets_exist() -> None:
    from generator.roots import built_in_root

    names = {file.stem for file in (built_in_root() / "presets").glob("*.toml")}
    assert names == {"api", "web", "static", "spa-backend", "microservice", "saas"}


def test_an_unknown_preset_names_the_valid_ones(whichway: Whichway) -> None:
    result = whichway("new", "shop", "-y", "--preset", "small-ap")
    assert result.status == 2
    assert 'Did you mean "small-api"? Valid: small-api.' in result.err


def test_author_and_mail_are_gits_unless_stated(whichway: Whichway, home: Path) -> None:
    assert "--author Ada --email ada@example.org" in whichway(*PLAN).data["command"]
    settings(home, 'author = "Grace"')
    assert "--author Grace --email ada@example.org" in whichway(*PLAN).data["command"]
    assert "--author Eve" in whichway(*PLAN, "--author", "Eve").data["command"]
    (home / ".gitconfig").write_text('[user]\nname = "<Ada>"\n')
    assert "Ada" not in whichway(*PLAN, WHICHWAY_CONFIG=str(settings(home, ""))).data["command"]


@pytest.mark.parametrize("text", ["name = 'x'", "colour = 'red'", "size = 3", "size = "])
def test_a_wrong_configuration_file_is_one_line(whichway: Whichway, home: Path, text: str) -> None:
    file = settings(home, text)
    result = whichway("new", "shop", "-y")
    assert (result.status, len(result.lines)) == (2, 1)
    assert str(file) in result.err


def test_a_stated_configuration_file_has_to_exist(whichway: Whichway) -> None:
    result = whichway("new", "shop", "-y", WHICHWAY_CONFIG="missing.toml")
    assert (result.status, len(result.lines)) == (2, 1)


def test_what_is_default_is_said(whichway: Whichway) -> None:
    result = whichway("new", "shop", "--dry-run", "--size", "large", "--framework", "flask")
    marked = {line.split("  ")[1] for line in result.lines if line.endswith("(default)")}
    assert marked == {"Database", "Application type", "Licence", "Authentication", "Extensions"}
    found: dict[str, Any] = whichway(*PLAN, "--size", "large").data
    assert found["defaults"] == ["database", "app-type", "licence"]


def test_the_schema_knows_every_key_and_value(whichway: Whichway) -> None:
    schema = json.loads(whichway("schema").out)
    properties = schema["properties"]
    assert schema["additionalProperties"] is False
    assert {"name", "database", "extensions", "with", "author", "if-exists"} <= set(properties)
    assert "postgres" in properties["database"]["enum"]
    assert properties["framework"]["enum"] == ["auto", "django", "flask"]
    assert properties["extensions"]["anyOf"][1]["type"] == "array"
    assert properties["git"]["type"] == "boolean"

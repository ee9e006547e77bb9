"""Whatever is stated ends in a plan or in one line: never in a traceback."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog import Catalog
from generator.errors import UsageError
from generator.manifests import AXIS_KEYS, LAYER_KEYS
from generator.names import LONGEST, RESERVED, parse_name
from generator.schema import fields, names_of
from tests.command.conftest import Result, Whichway
from tests.command.menu import FILES

WORDS = st.sampled_from(
    ["sqlite", "none", "mongodb", "jwt", "old-jwt", "cors", "queue", "flask", "django", "web",
     "database/sqlite", "SQLITE", "", "sqlit", "é", "--", "a b", "../x", "true", "1", "fail"]
)  # fmt: skip
TEXTS = st.text(max_size=30) | WORDS
NAMES = st.text(max_size=80) | st.sampled_from(
    ["shop", "My Shop", "con", "NUL.txt", "class", "django", "../x", "/etc", "C:\\x", "-rf", "ABC",
     "a" * 300, "1st", "Größe", "☃", "tests", "shop\n", "$(id)", "`id`", "a;b", "{{ x }}", "%s"]
)  # fmt: skip


def complete(result: Result, statuses: tuple[int, ...] = (0, 1, 2)) -> None:
    """Check that a run ended as it may: with JSON, and on failure with one line."""
    assert result.status in statuses, result.err
    assert "Traceback" not in result.err
    data = json.loads(result.out)
    assert ("error" in data) == (result.status != 0)
    if result.status:
        assert result.err.count("\n") == 1
        assert data["error"]["message"] in result.err


@given(name=NAMES)
def test_a_name_is_safe_or_refused(name: str) -> None:
    problem = ""
    try:
        found = parse_name(name)
    except UsageError as error:
        problem = str(error)
    assert problem.isprintable()
    if not problem:
        assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", found.slug)
        assert len(found.slug) <= LONGEST
        assert found.slug not in RESERVED
        assert found.package.isidentifier()
        assert found.title.isprintable()


def flags(root: Path) -> st.SearchStrategy[list[str]]:
    catalog = Catalog([root])
    options = []
    for field in fields(catalog):
        if field.kind == "switch" or field.id in ("name", "output-dir", "templates"):
            continue
        names = names_of(field, catalog)
        values = st.sampled_from(names) | TEXTS if names else TEXTS
        options.append(values.map(f"--{field.id}={{}}".format))
    return st.lists(st.one_of(options), max_size=6)


@given(data=st.data())
def test_any_flags_end_in_a_plan_or_one_line(
    whichway: Whichway, root: Path, here: Path, data: st.DataObject
) -> None:
    name = data.draw(NAMES.filter(lambda name: "\0" not in name))
    stated = [word for word in data.draw(flags(root)) if "\0" not in word]
    complete(whichway("new", "--dry-run", "--json", *stated, "--", name))
    assert not list(here.iterdir())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from(["name", "database", "with", "auth", "git", "answers", "extensions", "x"])


@given(table=st.dictionaries(KEYS, JSON, max_size=4) | JSON)
def test_any_answers_file_ends_in_a_plan_or_one_line(
    whichway: Whichway, here: Path, table: object
) -> None:
    file = here / "answers.json"
    file.write_text(json.dumps(table))
    complete(whichway("new", "--dry-run", "--json", "--answers", "answers.json"))
    file.unlink()


@given(content=st.binary(max_size=60), suffix=st.sampled_from([".toml", ".yaml", ".json", ""]))
def test_any_bytes_as_an_answers_file_end_in_one_line(
    whichway: Whichway, here: Path, content: bytes, suffix: str
) -> None:
    file = here / f"answers{suffix}"
    file.write_bytes(content)
    complete(whichway("new", "shop", "--dry-run", "--json", "--answers", file.name))
    file.unlink()


@given(data=st.data())
def test_the_equivalent_command_makes_the_same(
    whichway: Whichway, root: Path, data: st.DataObject
) -> None:
    catalog = Catalog([root])
    stated = []
    for field in fields(catalog):
        if (field.axis or field.id == "framework") and data.draw(st.booleans()):
            names = names_of(field, catalog)
            stated.append(f"--{field.id}={data.draw(st.sampled_from(names))}")
    if data.draw(st.booleans()):
        stated.append(f"--author={data.draw(st.sampled_from(['Ada', 'René O’Brien', 'a $b']))}")
    first = whichway("new", "My Shop", "--dry-run", "--json", *stated)
    complete(first)
    if first.status == 0:
        words = shlex.split(first.data["command"])
        again = whichway(*words[1:], "--dry-run", "--json")
        assert again.status == 0, again.err
        for key in ("layers", "framework", "dependencies", "files", "command", "name"):
            assert again.data[key] == first.data[key]


@given(text=st.text(max_size=60), author=st.text(max_size=40))
def test_any_text_that_is_taken_gives_valid_files(
    whichway: Whichway, text: str, author: str
) -> None:
    stated = [f"--description={text}", f"--author={author}"]
    if any("\0" in word for word in stated):
        return
    result = whichway("new", "shop", "--show", "pyproject.toml", "--json", *stated)
    complete(result)
    if result.status == 0:
        project = tomllib.loads(result.data["text"])["project"]
        assert project["description"] == (text or "Shop, a Django project.")
        answers = whichway("new", "shop", "--show", ".whichway.toml", *stated)
        assert tomllib.loads(answers.out)["answers"].get("author", "Ada") == (author or "Ada")


def toml(value: object) -> str:
    """Write a value as TOML, whose strings and numbers are JSON's."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{json.dumps(k)} = {toml(v)}' for k, v in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value)


#: What a manifest may hold: mostly words that mean something there.
PARTS = st.recursive(
    st.booleans() | st.integers(0, 9) | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(WORDS | st.sampled_from(["layer", "when", "why"]), inner, max_size=3)
    ),
    max_leaves=4,
)


@pytest.mark.parametrize("kind", ["axis", "layer"])
@given(data=st.data())
def test_any_manifest_ends_in_a_plan_or_one_line(
    whichway: Whichway, here: Path, kind: str, data: st.DataObject
) -> None:
    known = st.sampled_from(sorted(AXIS_KEYS if kind == "axis" else LAYER_KEYS))
    table = data.draw(st.dictionaries(known, PARTS, max_size=3))
    folder = here / "mine/flask/logs/json"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "layer.toml").write_text("")
    (folder.parent / "axis.toml").write_text("")
    place = folder.parent if kind == "axis" else folder
    lines = [f"{key} = {toml(value)}\n" for key, value in table.items()]
    (place / f"{kind}.toml").write_text("".join(lines))
    stated = ("new", "shop", "--dry-run", "--json", "--framework", "flask", "--templates", "mine")
    complete(whichway(*stated), statuses=(0, 2, 3))


def test_every_key_of_the_menu_is_met() -> None:
    """The tiny menu of these tests has what the real one has."""
    text = "\n".join(FILES.values())
    assert all(word in text for word in ("aliases", "notices", "requires", "many", "when", "why"))

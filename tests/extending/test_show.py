"""``explain --files`` and ``list --slots``: where things come from, for people and programs."""

from __future__ import annotations

import json
from pathlib import Path

from tests.extending.test_roots import run, write

LICENCE = "{{cookiecutter.project_slug}}/LICENSE"


def test_every_file_and_filled_slot_names_its_layer(tmp_path: Path) -> None:
    mine = write(tmp_path / "mine", {"shared/licence/mit/P/LICENSE": "Mine.\n"})
    words: list[str | Path] = ["explain", "--framework", "django", "--files", "--templates", mine]
    status, shown = run(*words, "--json")
    files = {row["path"]: row for row in json.loads(shown)["files"]}
    assert status == 0
    assert files["LICENSE"]["layer"] == "licence/mit"
    assert files["LICENSE"]["source"] == f"mine/shared/licence/mit/{LICENCE}"
    filled = {row["slot"]: row["layer"] for row in files["pyproject.toml"]["slots"]}
    assert filled["project.dependencies"] == "plan"
    assert filled["project.licence"] == "licence/mit"
    assert f"mine/shared/licence/mit/{LICENCE}" in run(*words)[1]


def test_every_slot_names_who_declares_and_who_fills_it(tmp_path: Path) -> None:
    fills = {"flask/extensions/flask-cors/fills.md": "<!-- fill: readme.sections -->\nMine.\n"}
    mine = write(tmp_path / "mine", fills)
    status, shown = run("list", "--slots", "--templates", mine, "--json")
    slots = {slot["name"]: slot for slot in json.loads(shown)["slots"]["flask"]}
    assert status == 0
    assert slots["readme.sections"]["many"]
    assert [place["layer"] for place in slots["readme.sections"]["declared"]] == ["base"]
    own = {"layer": "extensions/flask-cors",
           "source": "mine/flask/extensions/flask-cors/fills.md:1"}  # fmt: skip
    assert own in slots["readme.sections"]["filled"]
    assert slots["project.dependencies"]["provided"]
    assert own["source"] in run("list", "--slots", "--templates", mine)[1]


def test_what_an_installer_compiles_is_no_template(tmp_path: Path) -> None:
    """pip compiles the Python files of templates, too: ours and those of other packages."""
    mine = write(tmp_path / "mine", {"flask/base/fills.py": "# fill: app.init\nprint()\n"})
    compiled = mine / "flask/base/__pycache__/fills.cpython-313.pyc"
    compiled.parent.mkdir()
    compiled.write_bytes(b"\xf3\r\r\n")
    assert run("list", "--slots", "--templates", mine)[0] == 0

"""The pytest fixture for authors of templates."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.extending import trial_run
from generator.extending.plugin import Templates
from tests.extending.test_roots import write

pytest_plugins = ["pytester"]

TESTS = """
def test_problems(whichway):
    assert whichway.problems() == []


def test_project(whichway, tmp_path):
    project = whichway.project("My Shop", framework="django", licence="house")
    assert project.files["LICENSE"] == "Ours.\\n"
    folder = whichway.write(tmp_path, framework="django", licence="house")
    assert (folder / "LICENSE").read_text() == "Ours.\\n"
"""


def test_the_fixture_knows_the_layers_that_the_setting_names(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nwhichway_templates = mine")
    write(
        pytester.path / "mine",
        {
            "django/licence/house/layer.toml": 'title = "House"\nsummary = "Ours."',
            "django/licence/house/P/LICENSE": "Ours.\n",
            "django/licence/house/fills.md": "<!-- fill: readme.licence -->\nOurs.\n",
            "django/licence/house/fills.toml": """
                # fill: project.licence
                license-files = ["LICENSE"]
                """,
        },
    )
    pytester.makepyfile(TESTS)
    pytester.runpytest().assert_outcomes(passed=2)


def test_a_setting_that_names_nothing_is_said(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it(whichway): ...")
    result = pytester.runpytest()
    result.stdout.fnmatch_lines(["*whichway_templates:*is not a folder*"])


def test_a_project_that_fails_its_tests_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial_run, "_commands", lambda: [[sys.executable, "-c", "exit('no')"]])
    with pytest.raises(AssertionError, match="failed:\n    no"):
        Templates(tmp_path).install_and_test(tmp_path)

"""Every combination that we offer is rendered and checked, and all their Python is linted."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.checks.ruff import lint_and_format, ruff_program
from generator.roots import built_in_root
from tests.matrix.exhaustive import Rendered, render_all
from tests.proof.pythons import newest_python

#: Reads file names from standard input and reports those that this Python cannot compile.
COMPILE = """
import pathlib, sys, warnings
warnings.simplefilter("error")
for name in sys.stdin.read().splitlines():
    try:
        compile(pathlib.Path(name).read_bytes(), name, "exec")
    except (SyntaxError, Warning) as error:
        print(name, getattr(error, "lineno", 0) or 0, error, sep="\\t")
"""


@pytest.fixture(scope="module")
def rendered() -> Rendered:
    result = render_all([built_in_root()])
    print(result.summary())
    return result


@pytest.fixture(scope="module")
def trees(rendered: Rendered, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("trees").resolve()
    rendered.trees.write(root)
    return root


def test_every_combination_renders_and_passes_every_check(rendered: Rendered) -> None:
    assert rendered.combinations
    assert not rendered.findings, "\n" + rendered.report()


def test_ruff_finds_nothing_in_any_of_them(rendered: Rendered, trees: Path) -> None:
    program = ruff_program()
    assert program, "ruff is a development dependency: install the dev group"
    result = Rendered()
    for finding in lint_and_format(rendered.trees, trees, program):
        result.add(finding)
    assert not result.findings, "\n" + result.report()


def test_the_newest_python_compiles_all_of_them(rendered: Rendered, trees: Path) -> None:
    files = sorted(str(file) for file in trees.rglob("*.py"))
    done = subprocess.run(
        [str(newest_python().path), "-c", COMPILE],
        input="\n".join(files), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert not done.stdout

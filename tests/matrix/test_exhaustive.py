"""Every combination that we offer is rendered and checked, and all their Python is linted."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.checks import Finding
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
    rate = result.combinations / result.cpu_seconds if result.cpu_seconds else 0
    print(
        f"{result.combinations} combinations, {result.files} files ({result.trees.files} distinct"
        f" Python files) rendered and checked in {result.seconds:.0f} s:"
        f" {rate:.0f} projects per second and processor"
    )
    return result


@pytest.fixture(scope="module")
def trees(rendered: Rendered, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("trees").resolve()
    rendered.trees.write(root)
    return root


def report(findings: Iterable[Finding], repeats: Counter[tuple[str, str, str]]) -> str:
    """Return one line per finding, how often it came, and the command that shows it."""
    return "\n".join(
        f"{finding} × {repeats[finding.check, finding.path, finding.message] or 1}\n"
        f"    {finding.command}"
        for finding in findings
    )


def test_every_combination_renders_and_passes_every_check(rendered: Rendered) -> None:
    assert rendered.combinations
    assert not rendered.findings, "\n" + report(rendered.findings, rendered.repeats)


def test_ruff_finds_nothing_in_any_of_them(rendered: Rendered, trees: Path) -> None:
    program = ruff_program()
    assert program, "ruff is a development dependency: install the dev group"
    findings = lint_and_format(rendered.trees, trees, program)
    assert not findings, "\n" + report(findings, Counter())


def test_the_newest_python_compiles_all_of_them(rendered: Rendered, trees: Path) -> None:
    files = sorted(str(file) for file in trees.rglob("*.py"))
    done = subprocess.run(
        [str(newest_python().path), "-c", COMPILE],
        input="\n".join(files), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert not done.stdout

"""The same answers give the same bytes, secrets aside: on any day, in any process and place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.answers import Answers
from generator.catalog import Catalog
from generator.compose import compose
from generator.plan import make_plan
from generator.render import write_project
from generator.roots import built_in_root

HOME = Path(__file__).parents[2]
#: Every N-th combination is rendered twice more; all of them would double the time of the matrix.
EVERY = 100


def start(seed: int, place: str, *how: str) -> subprocess.Popen[str]:
    """Start rendering where everything is different that must not matter."""
    variables = {"PYTHONHASHSEED": str(seed), "TZ": place, "PYTHONPATH": str(HOME)}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.matrix.digests", str(EVERY), *how],
        env=os.environ | variables, cwd=HOME, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_combinations_are_the_same_in_every_process() -> None:
    some, others = start(1, "Pacific/Kiritimati"), start(2, "Pacific/Pago_Pago", "proven")
    here, there = (json.loads(process.communicate()[0]) for process in (some, others))
    assert len(here) > 400
    assert [command for command in here if here[command] != there.get(command)] == []


@pytest.mark.parametrize("framework", Catalog([built_in_root()]).framework_ids)
def test_only_the_secrets_of_two_projects_differ(framework: str, tmp_path: Path) -> None:
    plan = make_plan(Answers("shop", framework=framework), Catalog([built_in_root()]), year=2026)
    for name in ("one", "two"):
        write_project(compose(plan), tmp_path / name)
    files = {
        path.relative_to(tmp_path / "one"): path.read_bytes()
        for path in (tmp_path / "one").rglob("*")
        if path.is_file()
    }
    different = [
        str(path) for path, data in files.items() if (tmp_path / "two" / path).read_bytes() != data
    ]
    assert different == [".env"]

"""The steps of each distinct workflow pass, in order, in every cell of its matrix."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.containers.bases import MAKERS, ensure
from tests.containers.engine import Engine
from tests.containers.github import cells, images, run
from tests.matrix.distinct import Case

pytestmark = pytest.mark.containers

WHOLE = ()
BY_LINE = (".github/workflows/ci.yml",)


def test_every_step_passes(case: Case, engine: Engine, tmp_path: Path) -> None:
    project = tmp_path / "project"
    case.write(project)
    workflow = project / BY_LINE[0]
    if unknown := images(workflow) - set(MAKERS):
        pytest.skip(f"no image of {', '.join(sorted(unknown))} can be made here")
    ensure(engine, *images(workflow))
    for number, cell in enumerate(cells(workflow)):
        run(engine, cell, project, tmp_path / f"ci{number}")

"""The jobs of each distinct GitLab pipeline pass, on every Python of its matrix."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.containers.bases import MAKERS, ensure
from tests.containers.engine import Engine
from tests.containers.gitlab import run, services
from tests.matrix.distinct import Case

pytestmark = pytest.mark.containers

WHOLE = ()
BY_LINE = (".gitlab-ci.yml",)


def test_every_job_passes(case: Case, engine: Engine, tmp_path: Path) -> None:
    project = tmp_path / "project"
    case.write(project)
    wanted = services(project / ".gitlab-ci.yml").values()
    names = {str(service["image"]) for service in wanted}
    images = {name if "/" in name else f"docker.io/library/{name}" for name in names}
    if unknown := images - set(MAKERS):
        pytest.skip(f"no image of {', '.join(sorted(unknown))} can be made here")
    ensure(engine, *images)
    said = run(engine, project)
    assert said.count(" PASS ") == 3, said

"""Every distinct container file is built unmodified, brought up, asked, and stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.containers.bases import MAKERS, ensure
from tests.containers.compose import Project, running
from tests.containers.engine import CommandFailed, Engine
from tests.matrix.distinct import Case

pytestmark = pytest.mark.containers

#: Each distinct text of these files is tried, and each line of those.
WHOLE = ("Dockerfile", ".dockerignore")
BY_LINE = ("compose.yaml",)
URL = "http://127.0.0.1:8000"
#: The part of a ``find`` that prints what has no place in an image.
UNWANTED = ("(", "-name", "tests", "-o", "-name", ".*", ")", "-print")
#: What every Dockerfile of ours is built from.
NEEDED = ("docker.io/library/python:", "ghcr.io/astral-sh/uv:")


def test_project_runs_in_containers(case: Case, engine: Engine, tmp_path: Path) -> None:
    """With its database where there is an image of it to be had; else the application alone."""
    folder = tmp_path / "project"
    case.write(folder)
    ensure(engine, *(name for name in MAKERS if name.startswith(NEEDED)))
    images = Project.read(engine, folder).images()
    complete = images <= set(MAKERS)
    ensure(engine, *(images & set(MAKERS)))
    with running(engine, folder, alone=not complete) as project:
        app = project.container("app")
        app.wait_until_healthy()
        assert project.get(f"{URL}/healthz")[0] == 200
        if complete:
            for service in project.with_health_check():
                project.container(service).wait_until_healthy()
            assert project.get(f"{URL}/readyz")[0] == 200
            assert project.get(f"{URL}/")[0] < 500
        assert app.execute("id", "-u") == "1000"
        assert not app.execute("find", "/app", "-path", "/app/.venv", "-prune", "-o", *UNWANTED)
        with pytest.raises(CommandFailed, match="Permission denied"):
            app.execute("touch", "/app/written")
        assert app.stop() == 0, app.logs()

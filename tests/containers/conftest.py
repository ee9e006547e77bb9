"""Containers are built and run only when asked for: ``pytest -m containers tests/containers``."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.containers.engine import PACKAGES, Engine, missing_tools
from tests.matrix.distinct import Case, covering, varied

#: What a project is made of whatever its files for containers and pipelines say.
VARIED = ("app-type", "database", "api", "auth", "layout", "size")


def has_server(case: Case) -> bool:
    """Say whether the image of the case's database can be made here."""
    return case.combination.values["database"] != "oracle"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give the files that a module names tests enough, unless they are deselected anyway."""
    if "case" in metafunc.fixturenames:
        wanted = "not containers" not in metafunc.config.option.markexpr
        module = metafunc.module
        cases = covering(module.WHOLE, module.BY_LINE, rather=has_server) if wanted else []
        metafunc.parametrize("case", varied(cases, VARIED), ids=lambda case: case.id)


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    """Return buildah and podman, ready; without them the run fails and says what to install."""
    if os.geteuid() != 0:
        pytest.fail("Building containers here takes root.")
    if missing := missing_tools():
        pytest.fail(f"Not installed: {', '.join(missing)}. Run: apt-get install {PACKAGES}")
    engine = Engine.prepared()
    yield engine
    # After a whole run there are dozens of images of which only layers are left.
    engine.podman("image", "prune", "--force", timeout=1800)

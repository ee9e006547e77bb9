"""Containers are built and run only when asked for: ``pytest -m containers tests/containers``."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.containers.cases import cases
from tests.containers.engine import PACKAGES, Engine, missing_tools


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each distinct container file a test, unless they are deselected anyway."""
    if "case" in metafunc.fixturenames:
        wanted = "not containers" not in metafunc.config.option.markexpr
        metafunc.parametrize("case", list(cases()) if wanted else [], ids=lambda case: case.id)


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    """Return buildah and podman, ready; without them the run fails and says what to install."""
    if os.geteuid() != 0:
        pytest.fail("Building containers here takes root.")
    if missing := missing_tools():
        pytest.fail(f"Not installed: {', '.join(missing)}. Run: apt-get install {PACKAGES}")
    engine = Engine.prepared()
    yield engine
    engine.podman("image", "prune", "--force")

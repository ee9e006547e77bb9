"""Running the jobs of a GitHub workflow on this machine: services, matrix and ``run:`` steps."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.containers.engine import Container, Engine
from tests.proof.pythons import pythons, uv

EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
#: Variables that would make uv or Python look at this test's own environment.
_OURS = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "DATABASE_URL", "UV_PYTHON")


@dataclass(frozen=True)
class Cell:
    """One job of a workflow with one combination of its matrix."""

    name: str
    job: Mapping[str, Any]
    matrix: Mapping[str, str]

    def text(self, template: str) -> str:
        """Put the matrix into the expressions of a text. Raises ``KeyError`` for any other."""
        context = {f"matrix.{key}": value for key, value in self.matrix.items()}
        return EXPRESSION.sub(lambda found: context[found[1]], template)

    @property
    def python(self) -> str:
        """The Python that the step with ``setup-uv`` asks for."""
        settings = (step.get("with", {}) for step in self.job["steps"])
        versions = [s["python-version"] for s in settings if "python-version" in s]
        return self.text(versions[0])

    @property
    def commands(self) -> list[str]:
        return [self.text(step["run"]) for step in self.job["steps"] if "run" in step]

    @property
    def environment(self) -> dict[str, str]:
        return {key: self.text(str(value)) for key, value in self.job.get("env", {}).items()}


def cells(workflow: Path) -> Iterator[Cell]:
    """Yield every job of a workflow with every combination of its matrix."""
    content = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    for name, job in content["jobs"].items():
        matrix = job.get("strategy", {}).get("matrix", {})
        for values in itertools.product(*matrix.values()):
            yield Cell(name, job, dict(zip(matrix, values, strict=True)))


def images(workflow: Path) -> set[str]:
    """Return the full names of the images that a workflow's services use."""
    content = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    services = (s for job in content["jobs"].values() for s in job.get("services", {}).values())
    names = {str(service["image"]) for service in services}
    return {name if "/" in name else f"docker.io/library/{name}" for name in names}


def run(engine: Engine, cell: Cell, project: Path, folder: Path) -> None:
    """Run a job's steps on a copy of the project, beside its services on a network of its own."""
    shutil.copytree(project, folder)
    python = next(python for python in pythons() if python.name == cell.python)
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    settings = {"PATH": path, "UV_PYTHON": str(python.path), **cell.environment}
    clean = {key: value for key, value in os.environ.items() if key not in _OURS}
    engine.run(uv(), "sync", cwd=folder, environment={**clean, **settings})
    with services(engine, cell, folder.name) as namespace:
        for command in cell.commands:
            engine.run(
                *("nsenter", f"--net={namespace}", "bash", "-e", "-o", "pipefail", "-c", command),
                cwd=folder,
                environment={**clean, **settings, "CI": "true", "UV_OFFLINE": "1"},
            )


@contextlib.contextmanager
def services(engine: Engine, cell: Cell, name: str) -> Iterator[str]:
    """Start a job's services in a new network namespace, and yield the path of that."""
    namespace = f"/run/netns/{name}"
    started = []
    engine.run("ip", "netns", "add", name)
    try:
        engine.run("nsenter", f"--net={namespace}", "ip", "link", "set", "lo", "up")
        for label, service in cell.job.get("services", {}).items():
            container = Container(engine, f"{name}-{label}")
            started.append(container)
            engine.run(
                *("nsenter", f"--net={namespace}", engine.podman_program, "run", "--detach"),
                *(f"--env={key}={value}" for key, value in service.get("env", {}).items()),
                *(f"--publish=127.0.0.1:{port}" for port in service.get("ports", ())),
                *shlex.split(service.get("options", "")),
                *(f"--name={container.name}", service["image"]),
            )
            container.wait_until_healthy(60)
        yield namespace
    finally:
        for container in started:
            engine.podman("rm", "--force", "--volumes", "--time=1", container.name)
        engine.run("ip", "netns", "del", name)

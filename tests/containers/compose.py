"""Bringing up a project's ``compose.yaml`` as it is, on a network of its own."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sysconfig
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import yaml

from tests.containers.engine import CommandFailed, Container, Engine


@dataclass(frozen=True)
class Project:
    """A compose project that is up. Its published ports are in a network namespace of its own,
    so that they are free whatever runs on this machine."""

    engine: Engine
    folder: Path
    services: Mapping[str, Mapping[str, Any]]
    name: str

    @classmethod
    def read(cls, engine: Engine, folder: Path) -> Project:
        """Read the compose file of a folder."""
        content = yaml.safe_load((folder / "compose.yaml").read_text(encoding="utf-8"))
        return cls(engine, folder, content["services"], content["name"])

    def images(self) -> set[str]:
        """Return the full names of the images that are not built here."""
        found = {str(s["image"]) for s in self.services.values() if "build" not in s}
        return {f"docker.io/library/{name}" if "/" not in name else name for name in found}

    def with_health_check(self) -> list[str]:
        """Return the services whose health the compose file itself says how to ask for."""
        return [name for name, s in self.services.items() if "test" in s.get("healthcheck", {})]

    def built(self) -> list[str]:
        """Return the full names of the images that are built here, one for each service."""
        return [
            f"localhost/{self.name}_{name}" for name, s in self.services.items() if "build" in s
        ]

    def container(self, service: str) -> Container:
        return Container(self.engine, f"{self.name}_{service}_1")

    def up(self) -> None:
        """Build the image and start every service once what it depends on is as it asks."""
        self._prepare()
        graph = {
            name: tuple(service.get("depends_on", ())) for name, service in self.services.items()
        }
        for service in TopologicalSorter(graph).static_order():
            for other, wanted in self.services[service].get("depends_on", {}).items():
                self._wait(other, wanted["condition"])
            self._start(service)

    def up_alone(self) -> None:
        """Build the image and start the application without anything beside it."""
        self._prepare()
        self._start("app")

    def get(self, url: str, seconds: float = 30) -> tuple[int, str]:
        """Request a URL from inside the network namespace, again until something answers."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                answer = self._inside(
                    *("curl", "--silent", "--show-error", "--max-time", "5"),
                    *("--write-out", "\n%{http_code}", url),
                )
            except CommandFailed:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.5)
            else:
                body, _, status = answer.rpartition("\n")
                return int(status), body

    def down(self) -> None:
        """Remove containers, volumes and network."""
        with contextlib.suppress(CommandFailed):
            self._compose("down", "--volumes")
        with contextlib.suppress(CommandFailed):
            self.engine.run("ip", "netns", "del", self.name)

    def logs(self) -> str:
        """Return what every container has printed."""
        texts = []
        for service in self.services:
            with contextlib.suppress(CommandFailed):
                texts.append(f"--- {service}\n{self.container(service).logs()[-3000:]}")
        return "\n".join(texts)

    def _prepare(self) -> None:
        self.engine.build(self.folder, *self.built())
        self.engine.run("ip", "netns", "add", self.name)
        self._inside("ip", "link", "set", "lo", "up")

    def _start(self, service: str) -> None:
        self._compose("up", "--detach", "--no-build", "--no-deps", service)

    def _wait(self, service: str, condition: str) -> None:
        container = self.container(service)
        if condition == "service_healthy":
            container.wait_until_healthy(60)
        elif condition == "service_completed_successfully":
            status = self.engine.podman("wait", container.name)
            if status != "0":
                raise CommandFailed(f"{service} ended with status {status}\n{container.logs()}")

    def _compose(self, *arguments: str) -> str:
        program = shutil.which("podman-compose", path=sysconfig.get_path("scripts"))
        return self._inside(
            program or "podman-compose", f"--podman-path={self.engine.podman_program}", *arguments
        )

    def _inside(self, *command: str) -> str:
        namespace = f"--net=/run/netns/{self.name}"
        return self.engine.run("nsenter", namespace, *command, cwd=self.folder, timeout=180)


@contextlib.contextmanager
def running(engine: Engine, folder: Path, *, alone: bool = False) -> Iterator[Project]:
    """Bring a project up, and down again whatever happens."""
    project = Project.read(engine, folder)
    try:
        if alone:
            project.up_alone()
        else:
            project.up()
        yield project
    except (CommandFailed, subprocess.TimeoutExpired, AssertionError) as error:
        raise AssertionError(f"{error}\n{project.logs()}") from error
    finally:
        project.down()

"""Building and running containers with buildah and podman, in a storage of our own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

TOOLS = (
    "buildah",
    "podman",
    "runc",
    "debootstrap",
    "netavark",
    "ip",
    "iptables",
    "nsenter",
    "curl",
)
PACKAGES = "buildah podman runc debootstrap netavark aardvark-dns iptables iproute2 util-linux curl"

#: Where images and their storage stay between runs; making the bases takes a minute or two.
CACHE = Path(os.environ.get("WHICHWAY_CONTAINER_CACHE", "/var/tmp/whichway-containers"))

# What a kernel without cgroups for us allows: limits that need no privilege to be set.
_CONTAINERS_CONF = """\
[containers]
default_ulimits = ["nofile=1024:20000", "nproc=4096:4096"]

[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
"""
# Podman 4 cannot start a container that requires one which requires another: the order is
# kept by ``compose.up`` instead.
_PODMAN = """\
#!/bin/sh
for argument; do
    shift
    case "$argument" in
        --requires=*) ;;
        *) set -- "$@" "$argument" ;;
    esac
done
exec podman {options} "$@"
"""
_REGISTRIES_CONF = 'unqualified-search-registries = ["docker.io"]\nshort-name-mode = "permissive"\n'


class CommandFailed(AssertionError):
    """A command ended with an error; the message holds what it printed."""


def missing_tools() -> list[str]:
    """Return the programs this needs and does not find."""
    places = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/lib/podman"))
    return [tool for tool in TOOLS if not shutil.which(tool, path=places)]


@dataclass(frozen=True)
class Engine:
    """The two programs with the options that make them work as root without systemd."""

    home: Path

    @classmethod
    def prepared(cls, home: Path = CACHE) -> Engine:
        """Return an engine whose settings are written."""
        engine = cls(home)
        home.mkdir(parents=True, exist_ok=True)
        (home / "containers.conf").write_text(_CONTAINERS_CONF)
        (home / "registries.conf").write_text(_REGISTRIES_CONF)
        options = " ".join(engine._storage)
        engine.podman_program.write_text(_PODMAN.format(options=options), encoding="utf-8")
        engine.podman_program.chmod(0o755)
        return engine

    @property
    def podman_program(self) -> Path:
        """A ``podman`` that uses our storage, for tools that call it themselves."""
        return self.home / "podman"

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "BUILDAH_ISOLATION": "chroot",
            "CONTAINERS_CONF": str(self.home / "containers.conf"),
            "CONTAINERS_REGISTRIES_CONF": str(self.home / "registries.conf"),
        }

    @property
    def _storage(self) -> tuple[str, ...]:
        return (
            f"--root={self.home / 'storage'}",
            f"--runroot={self.home / 'run'}",
            "--storage-driver=overlay",
        )

    def run(
        self,
        *command: str | Path,
        timeout: float = 600,
        cwd: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> str:
        """Run any command in our environment, or another one, and return what it printed."""
        done = subprocess.run(
            [str(part) for part in command],
            env=environment or self.environment,
            cwd=cwd,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=timeout,
            check=False,
        )
        if done.returncode:
            shown = " ".join(str(part) for part in command)
            raise CommandFailed(f"{shown}\nexit status {done.returncode}\n{done.stdout[-6000:]}")
        return done.stdout.strip()

    def buildah(self, *arguments: str | Path, timeout: float = 900) -> str:
        return self.run("buildah", *self._storage, *arguments, timeout=timeout)

    def podman(self, *arguments: str | Path, timeout: float = 120) -> str:
        return self.run("podman", *self._storage, *arguments, timeout=timeout)

    def has_image(self, name: str) -> bool:
        """Say whether an image of that name is in the storage."""
        try:
            self.podman("image", "exists", name)
        except CommandFailed:
            return False
        return True

    def build(self, folder: Path, *names: str) -> None:
        """Build the Dockerfile of a folder as it is; its base images have to be there."""
        self.buildah(
            "bud",
            "--isolation=chroot",
            "--network=host",
            "--format=docker",
            "--layers",
            "--pull-never",
            *(f"--tag={name}" for name in names),
            folder,
        )

    def inspect(self, image: str) -> dict[str, object]:
        """Return the configuration of an image."""
        found: dict[str, object] = json.loads(self.podman("image", "inspect", image))[0]["Config"]
        return found


@dataclass(frozen=True)
class Container:
    """One running container."""

    engine: Engine
    name: str

    def execute(self, *command: str) -> str:
        return self.engine.podman("exec", self.name, *command)

    def logs(self) -> str:
        return self.engine.podman("logs", self.name)

    def wait_until_healthy(self, seconds: float = 30) -> None:
        """Run the image's own health check until it passes."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                self.engine.podman("healthcheck", "run", self.name)
            except CommandFailed as error:
                if time.monotonic() > deadline:
                    raise CommandFailed(f"{error}\n{self.logs()}") from None
                time.sleep(0.5)
            else:
                return

    def stop(self, seconds: int = 15) -> int:
        """Send the stop signal, wait, and return the exit status (137: it had to be killed)."""
        self.engine.podman("stop", f"--time={seconds}", self.name)
        status = self.engine.podman("inspect", "--format={{.State.ExitCode}}", self.name)
        return int(status)

"""One generated project on disk: its environment, and running commands in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.plan import Plan
from tests.proof.pythons import Python, uv

#: What a project may know of this machine: nothing of ours that could stand in for its own.
KEPT = ("HOME", "LANG", "SSL_CERT_FILE", "UV_INDEX_URL", "UV_DEFAULT_INDEX", "PIP_INDEX_URL",
        "UV_CACHE_DIR", "http_proxy", "https_proxy", "no_proxy")  # fmt: skip


class StepFailed(Exception):
    """A step did not do what it must; the message holds what it printed."""


@dataclass
class Workspace:
    """A project's folder, its plan, and the variables its commands get."""

    plan: Plan
    folder: Path
    python: Python
    caches: Path
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def framework(self) -> str:
        return self.plan.framework.id

    def chosen(self, axis: str) -> tuple[str, ...]:
        """Return the names of the layers chosen on an axis."""
        return tuple(layer.name for layer in self.plan.by_axis.get(axis, ()))

    @property
    def database(self) -> str:
        return next(iter(self.chosen("database")), "none")

    def has(self, path: str) -> bool:
        return (self.folder / path).exists()

    def text(self, path: str) -> str:
        file = self.folder / path
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the whole environment of a command."""
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        path = f"{self.folder / '.venv' / 'bin'}:{os.environ.get('PATH', '')}"
        return {
            **kept,
            "PATH": path,
            "UV_PYTHON_DOWNLOADS": "never",
            # Projects of the same packages follow each other at one place: compile them once.
            "PYTHONPYCACHEPREFIX": str(self.caches / "bytecode"),
            **self.variables,
            **(more or {}),
        }

    def run(
        self, *command: object, more: Mapping[str, str] | None = None, timeout: float = 300
    ) -> str:
        """Run a command in the project's environment. Raises ``StepFailed``."""
        words = [str(word) for word in command]
        try:
            done = subprocess.run(
                words, cwd=self.folder, env=self.environment(more), timeout=timeout, text=True,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise StepFailed(f"{' '.join(words)}: no end after {timeout:.0f} s") from error
        except OSError as error:
            raise StepFailed(f"{' '.join(words)}: {error}") from error
        if done.returncode:
            tail = done.stdout.strip()[-4000:]
            raise StepFailed(f"$ {' '.join(words)}\n{tail}\n(exit status {done.returncode})")
        return done.stdout

    def install(self) -> None:
        """Make the environment from the project's own metadata, from uv's cache if possible."""
        shutil.rmtree(self.folder / ".venv", ignore_errors=True)
        command = (uv(), "sync", "--quiet", "--python", self.python.path, "--no-progress")
        try:
            self.run(*command, "--offline")
        except StepFailed:
            self.run(*command)

    def example(self) -> dict[str, str]:
        """Return the variables that ``.env`` sets."""
        return dict(re.findall(r"^([A-Z][A-Z0-9_]*)=[\"']?(.*?)[\"']?$", self.text(".env"), re.M))

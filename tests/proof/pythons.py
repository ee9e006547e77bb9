"""The interpreters that generated projects are proved on: the oldest supported and the newest."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

OLDEST = (3, 11)
_ASK = "import platform, sys; print(platform.python_implementation(), *sys.version_info[:4])"


@dataclass(frozen=True, slots=True, order=True)
class Python:
    """A released CPython on this machine."""

    version: tuple[int, int]
    path: Path

    @property
    def name(self) -> str:
        return ".".join(map(str, self.version))


def oldest_python() -> Python:
    """Return the oldest supported interpreter that is installed here."""
    return pythons()[0]


def newest_python() -> Python:
    """Return the newest interpreter that is installed here."""
    return pythons()[-1]


@lru_cache(maxsize=1)
def pythons() -> tuple[Python, ...]:
    """Return the CPythons from 3.11 on that are installed, one per version, oldest first.

    They are looked for on the search path, where pyenv keeps them, and in this very process.
    """
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    on_path = (shutil.which(f"python3.{minor}") for minor in range(OLDEST[1], 30))
    candidates = [
        Path(sys.base_prefix) / "bin" / "python3",
        *(Path(found) for found in on_path if found),
        *sorted(pyenv.glob("versions/*/bin/python3")),
    ]
    found: dict[tuple[int, int], Path] = {}
    for path in candidates:
        version = _version(path)
        if version >= OLDEST:
            found.setdefault(version, path)
    return tuple(sorted(Python(version, path) for version, path in found.items()))


def _version(path: Path) -> tuple[int, int]:
    """Return the version of a released CPython; (0, 0) for anything else."""
    try:
        done = subprocess.run(
            [str(path), "-c", _ASK], capture_output=True, text=True, check=True, timeout=20
        )
    except (OSError, subprocess.SubprocessError):
        return 0, 0
    name, major, minor, _, level = done.stdout.split()
    return (int(major), int(minor)) if (name, level) == ("CPython", "final") else (0, 0)


def uv() -> str:
    """Return uv: the one of our own environment, which the dev group brings."""
    beside = Path(sys.executable).with_name("uv")
    return str(beside) if beside.exists() else "uv"

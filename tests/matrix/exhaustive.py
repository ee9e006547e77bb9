"""Rendering every combination in memory and checking each, on all processors."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.catalog import Catalog
from generator.checks import Finding, Project, check, project_of
from generator.checks.ruff import Trees
from generator.compose import compose
from generator.errors import WhichwayError
from generator.plan import make_plan
from tests.matrix.combinations import NAME, Combination, combinations

YEAR = 2026
#: Combinations that one worker renders in a row: enough to share, few enough to balance.
CHUNK = 400


@dataclass
class Rendered:
    """What rendering many combinations brought."""

    combinations: int = 0
    files: int = 0
    cpu_seconds: float = 0.0
    seconds: float = 0.0
    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    repeats: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    trees: Trees = field(default_factory=Trees)

    def add(self, finding: Finding) -> None:
        """Keep the first finding of its kind, and count the others."""
        key = (finding.check, finding.path, finding.message)
        self.repeats[key] += 1
        if self.repeats[key] == 1:
            self.findings.append(finding)

    def summary(self) -> str:
        """Return one line of figures."""
        rate = self.combinations / self.cpu_seconds if self.cpu_seconds else 0
        return (
            f"{self.combinations} combinations, {self.files} files ({self.trees.files} distinct"
            f" Python files), rendered and checked in {self.seconds:.0f} s:"
            f" {rate:.0f} projects per second and processor"
        )

    def report(self) -> str:
        """Return every kind of finding, how often it came, and one command that shows it."""
        return "\n".join(
            f"{f} × {self.repeats[f.check, f.path, f.message]}\n    {f.command}"
            for f in self.findings
        )

    def merge(self, other: Rendered) -> None:
        """Add what another worker found."""
        self.combinations += other.combinations
        self.files += other.files
        self.cpu_seconds += other.cpu_seconds
        self.counts += other.counts
        for finding in other.findings:
            key = (finding.check, finding.path, finding.message)
            if not self.repeats[key]:
                self.findings.append(finding)
        self.repeats += other.repeats
        self.trees.merge(other.trees)


def projects(
    catalog: Catalog, chosen: Sequence[Combination], *, proven: bool = False
) -> Iterator[Project | Finding]:
    """Render combinations; one that cannot be rendered comes as a finding."""
    for combination in chosen:
        framework = catalog.framework(combination.framework)
        answers = combination.answers(framework)
        command = ""
        try:
            plan = make_plan(answers, catalog, year=YEAR)
            command = plan.command
            project = project_of(plan, compose(plan, proven=proven))
        except WhichwayError as error:
            choices = " ".join(f"--{axis} {name}" for axis, name in combination.values.items())
            command = command or f"whichway new {NAME} --framework {framework.id} {choices}"
            yield Finding("render", "", 0, str(error), command)
            continue
        yield project


def render_all(
    roots: Sequence[Path], *, full: bool = False, only: str = "", every: int = 1
) -> Rendered:
    """Render and check every combination (or every n-th) of every framework below ``roots``."""
    catalog = Catalog(roots)
    tasks = [
        (tuple(roots), framework_id, full, start, every)
        for framework_id in catalog.framework_ids
        if only in ("", framework_id)
        for start in range(
            0, len(combinations(catalog.framework(framework_id), full=full)), CHUNK * every
        )
    ]
    started = time.perf_counter()
    total = Rendered()
    workers = min(os.cpu_count() or 1, len(tasks) or 1)
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for done, part in enumerate(pool.imap(_render_chunk, tasks), 1):
            total.merge(part)
            if done % 10 == 0 or done == len(tasks):
                elapsed = time.perf_counter() - started
                print(f"rendered {total.combinations} combinations in {elapsed:.0f} s", flush=True)
    total.seconds = time.perf_counter() - started
    return total


def _render_chunk(task: tuple[tuple[Path, ...], str, bool, int, int]) -> Rendered:
    roots, framework_id, full, start, every = task
    catalog = Catalog(roots)
    everything = combinations(catalog.framework(framework_id), full=full)
    chosen = everything[start : start + CHUNK * every : every]
    result = Rendered()
    started = time.process_time()
    for combination, rendered in zip(chosen, projects(catalog, chosen), strict=True):
        result.combinations += 1
        values = combination.values
        key = (framework_id, values.get("database", ""), values.get("app-type", ""))
        result.counts[key] += 1
        if isinstance(rendered, Finding):
            result.add(rendered)
            continue
        result.files += len(rendered.files)
        for finding in check(rendered):
            result.add(finding)
        result.trees.add(rendered)
    result.cpu_seconds = time.process_time() - started
    return result

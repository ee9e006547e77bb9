"""Checking a template root: its files, then what its layers make of all that they can join."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.catalog import Catalog
from generator.checks import Finding, check, project_of
from generator.checks.ruff import Trees, lint_and_format, ruff_program
from generator.compose import Composition, compose
from generator.equivalent import shell_command
from generator.errors import TemplateError
from generator.extending.joins import plans_with, plans_without
from generator.extending.lint import lint_files, lint_layers, own_layers
from generator.extending.lint_sources import from_error
from generator.extending.origins import line_in_templates, short
from generator.plan import Plan


@dataclass(slots=True)
class Report:
    """What checking a template root brought: the plans rendered, and what is wrong."""

    root: Path
    layers: dict[str, list[Plan]] = field(default_factory=dict)
    findings: dict[tuple[str, str, int, str], Finding] = field(default_factory=dict)

    @property
    def rendered(self) -> int:
        return sum(map(len, self.layers.values()))

    def command(self, plan_command: str) -> str:
        """Return a command that makes a plan where the root is not installed, too."""
        return f"{plan_command} {shell_command(['--templates', str(self.root)])}"

    def add(self, findings: Iterable[Finding], roots: Sequence[Path]) -> None:
        """Keep the first finding of each kind and place."""
        for finding in findings:
            command = self.command(finding.command) if finding.command else ""
            shown = replace(finding, path=short(finding.path, roots), command=command)
            message = shown.message.partition(" (as ")[0]
            self.findings.setdefault((shown.check, shown.path, shown.line, message), shown)


def check_root(root: Path, others: Sequence[Path]) -> Report:
    """Lint a template root, then render its layers over ``others`` and check each project.

    Nothing is rendered while a file of it is wrong by itself: the rest would follow from that.
    """
    without = Catalog([other for other in others if other != root])
    catalog = Catalog([*without.roots, root])
    report = Report(root)
    try:
        report.add(lint_files(root, catalog), catalog.roots)
        if not report.findings:
            report.add(lint_layers(root, catalog), catalog.roots)
        if not report.findings:
            _render(report, root, catalog, without)
    except TemplateError as error:
        report.add([from_error(error, "manifest")], catalog.roots)
    return report


def _render(report: Report, root: Path, catalog: Catalog, without: Catalog) -> None:
    trial, before = _Trial(root), _Trial(root)
    for framework in catalog.frameworks():
        for layer in own_layers(root, framework):
            plans = report.layers.setdefault(layer.id, [])
            for plan in plans_with(layer, framework, catalog):
                plans.append(plan)
                trial.render(plan)
    for layer_id in (id_ for id_, plans in report.layers.items() if not plans):
        message = f'nothing offers "{layer_id}", whatever is chosen: see its "when"'
        report.add([Finding("offer", str(root), 0, message)], catalog.roots)
    trial.lint()
    if any(not finding.path.startswith(f"{root}/") for finding in trial.findings):
        for plan in plans_without(trial.plans, without):
            before.render(plan)
        before.lint()
    known = {_kind(finding) for finding in before.findings}
    report.add((f for f in trial.findings if _kind(f) not in known), catalog.roots)


def _kind(finding: Finding) -> tuple[str, str, str]:
    """What makes two findings the same fault, with and without the root: not the line numbers."""
    message = finding.message.partition(" (as ")[0]
    return finding.check, finding.path, re.sub(r"\d+", "", message)


@dataclass(slots=True)
class _Trial:
    """Projects rendered in memory, and what the checks find in them."""

    root: Path
    plans: list[Plan] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    trees: Trees = field(default_factory=Trees)
    compositions: dict[str, Composition] = field(default_factory=dict)

    def render(self, plan: Plan) -> None:
        """Render and check one plan; what cannot be rendered is a finding."""
        self.plans.append(plan)
        try:
            composition = compose(plan)
            project = project_of(plan, composition)
        except TemplateError as error:
            self.findings.append(replace(from_error(error, "render"), command=plan.command))
            return
        self.compositions[plan.command] = composition
        self.trees.add(project)
        self.findings += (self._traced(f, project.files, composition) for f in check(project))

    def lint(self) -> None:
        """Let ruff read everything rendered so far, if it is installed."""
        program = ruff_program()
        if not program or not self.trees.files:
            return
        with tempfile.TemporaryDirectory(prefix="whichway-") as folder:
            self.trees.write(Path(folder))
            for finding in lint_and_format(self.trees, Path(folder), program):
                composition = self.compositions[finding.command]
                texts = {path: source.text or "" for path, source in composition.files.items()}
                self.findings.append(self._traced(finding, texts, composition))

    def _traced(
        self, finding: Finding, texts: Mapping[str, str], composition: Composition
    ) -> Finding:
        """Return a finding with the template line that the line of the project came from."""
        source = composition.files.get(finding.path)
        if source is None:
            return finding
        lines = texts.get(finding.path, "").splitlines()
        text = lines[finding.line - 1] if 0 < finding.line <= len(lines) else ""
        path, line = line_in_templates(source, text, self.root)
        where = f"{finding.path}:{finding.line}" if finding.line else finding.path
        return replace(finding, path=path, line=line, message=f"{finding.message} (as {where})")

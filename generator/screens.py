"""What people read: the decision, the plan, the menu and the end screen."""

from __future__ import annotations

import shutil
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.catalog import Framework
from generator.decision import CRITERIA, Decision, Reason
from generator.equivalent import shell_command
from generator.existing import Written
from generator.finish import Done, left_to_do
from generator.job import Job
from generator.layers import Axis, Layer
from generator.plan import Plan, distribution_of

#: The fewest and the most columns that texts take.
_NARROW, _WIDE = 40, 80


def decision_screen(decision: Decision, *, sources: bool = True) -> str:
    """Return the recommendation and every criterion with its side, weight and source."""
    score = ", ".join(f"{side.title()} {points}" for side, points in decision.score.items())
    verdict = f"{decision.framework.title()} is recommended ({score}: {decision.summary})."
    lines = [*wrapped(verdict, ""), ""]
    for reason in decision.reasons:
        lines += [_headline(reason), *wrapped(reason.text)]
        lines += wrapped(f"Source: {reason.source}") if sources else []
    return "\n".join(lines)


def plan_screen(job: Job) -> str:
    """Return what is about to be written, why, and the equivalent command.

    The defaults of axes that nobody stated are marked.
    """
    rows = [
        line
        for axis, names in _chosen(job.plan)
        for line in _row(axis.title or axis.id, names + " (default)" * (axis.id in job.open_))
    ]
    return _plan_screen(job, rows)


def review_screen(job: Job) -> str:
    """Return the plan without the answers, which stand below it as choices."""
    return _plan_screen(job, [])


def _plan_screen(job: Job, rows: list[str]) -> str:
    plan = job.plan
    lines = [
        f"{plan.name.title} → {job.target}",
        "",
        *_row("Framework", f"{plan.framework.title} ({_standing(plan)})"),
        *rows,
        *_row("Dependencies", ", ".join(sorted(map(distribution_of, plan.dependencies))) or "none"),
        *_row("Files", folder_summary(job.files)),
        *(line for text in plan.notices for line in wrapped(f"Note: {text}", "")),
        *(line for text in plan.given_up for line in wrapped(f"You give up: {text}", "")),
        "",
        "The same without questions:",
        f"  {job.command}",
    ]
    return "\n".join(lines)


def folder_summary(files: Sequence[str]) -> str:
    """Return how many files come into each top-level folder."""
    counts = Counter(path.partition("/")[0] + "/" if "/" in path else "" for path in files)
    folders = [f"{folder} {count}" for folder, count in sorted(counts.items()) if folder]
    return f"{len(files)}: " + ", ".join([*folders, f"{counts['']} at the top"])


def tree_screen(name: str, files: Sequence[str]) -> str:
    """Return all files as a tree."""
    lines = [f"{name}/"]
    above: tuple[str, ...] = ()
    for path in sorted(files, key=lambda path: [("/" in path, p) for p in path.split("/")]):
        *folders, file = path.split("/")
        for depth, folder in enumerate(folders):
            if tuple(folders[: depth + 1]) != above[: depth + 1]:
                lines.append(f"{'  ' * (depth + 1)}{folder}/")
        above = tuple(folders)
        lines.append(f"{'  ' * (len(folders) + 1)}{file}")
    return "\n".join(lines)


def written_line(job: Job, written: Written, seconds: float) -> str:
    """Return what was made."""
    return f"Wrote {job.target} in {seconds:.1f} s: {counts(written)}."


def end_screen(job: Job, done: Sequence[Done], *, uv: bool) -> str:
    """Return what is left to do, how to serve and test a project, and what to open."""
    plan = job.plan
    title = "To do:" if any(item.problem for item in done) else "Next:"
    commands = [shell_command(["cd", str(job.target)]), *left_to_do(plan, done, uv=uv)]
    lines = ["", title, *(f"  {command}" for command in commands)]
    if plan.urls:
        lines += ["", "Open:", *(f"  {url}" for url in plan.urls)]
    return "\n".join(lines)


def counts(written: Written) -> str:
    """Return how many files are new, overwritten, or left as they were."""
    parts = {
        "new": len(written.created),
        "overwritten": len(written.overwritten),
        "left as they were": len(written.kept),
    }
    if not written.overwritten and not written.kept:
        return f"{len(written.created)} file{'s' * (len(written.created) != 1)}"
    return "files: " + ", ".join(f"{count} {what}" for what, count in parts.items() if count)


def menu_screen(frameworks: Iterable[Framework]) -> str:
    """Return all layers by framework and axis."""
    lines: list[str] = []
    for framework in frameworks:
        lines += [*wrapped(f"{framework.title}: {framework.summary}", ""), ""]
        for axis in (axis for axis in framework.axes if axis.ask):
            lines.append(f"  {axis.title or axis.id}  (--{axis.id})")
            for layer in framework.on(axis.id):
                lines += _entry(layer)
            lines.append("")
    return "\n".join(lines).rstrip()


def _entry(layer: Layer) -> Sequence[str]:
    name = f"    {layer.name:<23} "
    return wrapped(layer.summary or layer.title, name) or [name.rstrip()]


def _headline(reason: Reason) -> str:
    value = f" = {reason.value}" + " (default)" * reason.default if reason.value else ""
    side = f"{reason.side.title()} +{reason.weight}" if reason.side else "does not count"
    decisive = ", decisive" if reason.decisive else ""
    return f"{CRITERIA[reason.criterion]}{value}: {side}{decisive}"


def wrapped(text: str, head: str = "  ") -> list[str]:
    """Return a text as lines of the screen's width, below each other behind ``head``."""
    width = max(_NARROW, min(shutil.get_terminal_size().columns, _WIDE))
    rest = " " * len(head)
    return textwrap.wrap(
        text, width, initial_indent=head, subsequent_indent=rest, break_on_hyphens=False
    )


def _standing(plan: Plan) -> str:
    if plan.framework.id == plan.decision.framework:
        return f"recommended: {plan.decision.summary}"
    return f"your choice; {plan.decision.framework.title()} was recommended"


def _chosen(plan: Plan) -> Iterable[tuple[Axis, str]]:
    for axis in plan.framework.axes:
        layers = plan.by_axis.get(axis.id, ())
        if axis.ask and layers:
            yield axis, ", ".join(layer.title or layer.name for layer in layers)


def _row(title: str, text: str) -> list[str]:
    return wrapped(text, f"  {title:<23} ")

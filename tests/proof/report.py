"""The table of what was proved, as Markdown, and its copy in the README between two markers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

BEGIN = "<!-- proof: written by the report command, see docs/proof.md -->"
END = "<!-- end of proof -->"


@dataclass
class Line:
    """One line of the table: a framework, an application type and a database."""

    framework: str
    app_type: str
    database: str
    rendered: int = 0
    run: int = 0
    green: int = 0
    seconds: float = 0.0


@dataclass
class Proof:
    """The figures of a whole proof, which the report is made from."""

    strength: int = 2
    rendered: int = 0
    render_seconds: float = 0.0
    projects_per_second: float = 0.0
    distinct_files: int = 0
    wall_seconds: float = 0.0
    pythons: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    failing: list[str] = field(default_factory=list)

    def line(self, framework: str, app_type: str, database: str) -> Line:
        """Return the line of a kind of project, made when it is new."""
        for line in self.lines:
            if (line.framework, line.app_type, line.database) == (framework, app_type, database):
                return line
        self.lines.append(Line(framework, app_type, database))
        return self.lines[-1]

    def save(self, file: Path) -> None:
        file.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, file: Path) -> Proof:
        table = json.loads(file.read_text(encoding="utf-8"))
        return cls(**{**table, "lines": [Line(**line) for line in table["lines"]]})

    def add_rendered(self, counts: Mapping[tuple[str, str, str], int]) -> None:
        """Count rendered combinations by (framework, database, application type)."""
        for (framework, database, app_type), count in counts.items():
            self.line(framework, app_type, database).rendered += count

    def markdown(self) -> str:
        """Return the report."""
        run, green = sum(line.run for line in self.lines), sum(line.green for line in self.lines)
        seconds = sum(line.seconds for line in self.lines)
        strength = {1: "one", 2: "pair", 3: "triple"}.get(
            self.strength, f"group of {self.strength}"
        )
        parts = [
            f"**{self.rendered:,} combinations rendered and checked** in"
            f" {self.render_seconds:.0f} s ({self.projects_per_second:.0f} a second and processor,"
            f" {self.distinct_files:,} distinct Python files linted), **{run} run, {green} green**:"
            f" every {strength} of choices that can be made together is in a project that was"
            f" installed, migrated, tested, type-checked and served, on Python"
            f" {' and '.join(self.pythons)}; {_time(seconds)} of work in"
            f" {_time(self.wall_seconds)}.",
            _table(self.lines),
        ]
        if self.failing:
            parts += ["Failing:", "\n".join(f"- `{command}`" for command in self.failing)]
        return "\n\n".join(parts) + "\n"


def _table(lines: Iterable[Line]) -> str:
    ordered = sorted(lines, key=lambda line: (line.framework, line.app_type, line.database))
    rows = [
        f"| {line.framework.title()} | {line.app_type} | {line.database} | {line.rendered:,}"
        f" | {line.run} | {line.green} | {_time(line.seconds / line.run) if line.run else '–'} |"
        for line in ordered
    ]
    head = [
        "| Framework | Type | Database | Rendered | Run | Green | Each |",
        "| --- | --- | --- | ---: | ---: | ---: | ---: |",
    ]
    return "\n".join(head + rows)


def _time(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min"


def put_between_markers(text: str, report: str) -> str:
    """Return a README with the report between its markers. Raises ``ValueError`` without them."""
    before, found, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not found or not end:
        raise ValueError(f'the README needs the lines "{BEGIN}" and "{END}"')
    return f"{before}{BEGIN}\n\n{report}\n{END}{after}"


def counted(names: Sequence[str]) -> str:
    """Return names with how often each comes, most frequent first."""
    return ", ".join(f"{name} × {count}" for name, count in Counter(names).most_common())

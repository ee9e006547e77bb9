"""A plan with its place: all that is known before anything is written."""

from pathlib import Path
from typing import NamedTuple

from generator.compose import Composition
from generator.equivalent import shell_command
from generator.plan import Plan
from generator.schema import NO_AXIS, Values


class Mode(NamedTuple):
    """How a run of ``new`` behaves."""

    interactive: bool = False
    plain: bool = False
    as_json: bool = False
    dry_run: bool = False
    show: str = ""


class Job(NamedTuple):
    """A plan with its place: everything that is known before anything is written."""

    plan: Plan
    composition: Composition
    target: Path
    policy: str
    open_: tuple[str, ...]
    command: str

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(self.composition.files)


def command_of(plan: Plan, values: Values) -> str:
    """Return the plan's command with what was asked for the run itself."""
    words = ["--output-dir", str(values["output-dir"])] if "output-dir" in values else []
    switches = (item.id for item in NO_AXIS if item.of_run and item.kind == "switch")
    words += [f"--{switch}" for switch in switches if values.get(switch) is True]
    return f"{plan.command} {shell_command(words)}".rstrip()

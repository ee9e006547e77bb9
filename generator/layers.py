"""Axes and layers as frozen records, and the conditions under which they are on offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

#: By axis, the layers or kinds of which one has to be chosen; ``!x`` negates.
Condition = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Default:
    """A layer that an axis takes by default where ``when`` holds; ``why`` is what people read."""

    layer: str
    when: Condition = field(default_factory=dict)
    why: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """An ordered variation point: ``axis.toml`` of one folder."""

    id: str
    title: str = ""
    prompt: str = ""
    summary: str = ""
    after: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    many: bool = False
    ask: bool = True
    when: Condition = field(default_factory=dict)
    default: tuple[Default, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """One option: ``layer.toml`` and the folders that hold its files and fills."""

    id: str
    folders: tuple[Path, ...]
    title: str = ""
    summary: str = ""
    kind: str = ""
    aliases: tuple[str, ...] = ()
    notices: Mapping[str, str] = field(default_factory=dict)
    when: Condition = field(default_factory=dict)
    why: str = ""
    requires: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    dependencies: tuple[str, ...] = ()
    dev_dependencies: tuple[str, ...] = ()
    requires_python: str = ""
    copy_only: tuple[str, ...] = ()
    leaves_out: Mapping[str, str] = field(default_factory=dict)
    move: Mapping[str, str] = field(default_factory=dict)
    next_steps: tuple[str, ...] = ()
    migrate: str = ""
    serve: str = ""
    urls: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    used_as: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    axis: str = field(init=False)
    name: str = field(init=False)

    def __post_init__(self) -> None:
        axis, _, name = self.id.partition("/")
        object.__setattr__(self, "axis", axis)
        object.__setattr__(self, "name", name or axis)

    def answers_to(self, value: str) -> bool:
        """Say whether ``value`` names this layer: by id, by name or by alias."""
        return value in (self.id, self.name) or value in self.aliases

    def matches(self, value: str) -> bool:
        """Say whether a condition's ``value`` means this layer: by name or by kind."""
        return value == self.name or (bool(self.kind) and value == self.kind)


def holds(condition: Condition, chosen: Mapping[str, Sequence[Layer]]) -> bool:
    """Say whether every axis named has one of the values chosen; ``!x`` negates a value."""
    for axis, values in condition.items():
        known = {word for layer in chosen.get(axis, ()) for word in (layer.name, layer.kind)}
        if not any(v[1:] not in known if v.startswith("!") else v in known for v in values):
            return False
    return True

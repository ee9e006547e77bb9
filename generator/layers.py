"""Axes and layers as frozen records, and the conditions under which they are on offer."""

# No annotations from __future__ here and in the other modules of records: a NamedTuple compiles
# each annotation that is postponed, which takes longer than all else of its definition.
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

#: By axis, the layers or kinds of which one has to be chosen; ``!x`` negates.
Condition = Mapping[str, tuple[str, ...]]


class Default(NamedTuple):
    """A layer that an axis takes by default where ``when`` holds; ``why`` is what people read."""

    layer: str
    when: Condition
    why: str


class Axis(NamedTuple):
    """An ordered variation point: ``axis.toml`` of one folder."""

    id: str
    when: Condition
    title: str = ""
    prompt: str = ""
    summary: str = ""
    after: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    many: bool = False
    ask: bool = True
    default: tuple[Default, ...] = ()


class Layer(NamedTuple):
    """One option: ``layer.toml`` and the folders that hold its files and fills."""

    id: str
    axis: str
    name: str
    folders: tuple[Path, ...]
    when: Condition
    title: str = ""
    summary: str = ""
    kind: str = ""
    aliases: tuple[str, ...] = ()
    notices: Mapping[str, str] = {}
    why: str = ""
    requires: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    dependencies: tuple[str, ...] = ()
    dev_dependencies: tuple[str, ...] = ()
    requires_python: str = ""
    copy_only: tuple[str, ...] = ()
    leaves_out: Mapping[str, str] = {}
    move: Mapping[str, str] = {}
    next_steps: tuple[str, ...] = ()
    migrate: str = ""
    serve: str = ""
    urls: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    used_as: Mapping[str, tuple[str, ...]] = {}

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def manifest(self) -> Path:
        """The manifest that has the last word."""
        files = [folder / "layer.toml" for folder in reversed(self.folders)]
        return next(filter(Path.exists, files), files[0])

    def answers_to(self, value: str) -> bool:
        """Say whether ``value`` names this layer: by id, by name or by alias, in any case."""
        return value.lower() in (self.id, self.name, *self.aliases)

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

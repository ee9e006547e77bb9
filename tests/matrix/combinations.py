"""All valid combinations of a framework's layers, from the catalogue alone.

Exclusive axes are multiplied out. Of the additive layers a combination has none, one, or all that
fit together. An axis that no other axis has anything to do with, and that opens no slot for others
(a licence, say), is not multiplied but dealt out: each of its layers still meets all the others.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.answers import Answers
from generator.catalog import Framework
from generator.choose import choose, default_layers, options
from generator.errors import UsageError
from generator.layers import Axis, Layer, holds

NAME = "demo-shop"
Chosen = Mapping[str, tuple[Layer, ...]]


@dataclass(frozen=True, slots=True)
class Combination:
    """One valid set of layers, stated in full."""

    framework: str
    layers: tuple[Layer, ...]

    @property
    def values(self) -> dict[str, str]:
        """The layer names by axis; those of an additive axis joined by ``+``."""
        found: dict[str, list[str]] = {}
        for layer in self.layers:
            found.setdefault(layer.axis, []).append(layer.name)
        return {axis: "+".join(names) for axis, names in found.items()}

    def answers(self, framework: Framework) -> Answers:
        """Return answers that state every layer of every axis that is asked about."""
        asked = {axis.id: axis for axis in framework.axes if axis.ask}
        choices: dict[str, tuple[str, ...]] = {id_: () for id_, axis in asked.items() if axis.many}
        for layer in self.layers:
            if layer.axis in asked:
                choices[layer.axis] = (*choices.get(layer.axis, ()), layer.name)
        return Answers(NAME, framework=framework.id, choices=choices)


@lru_cache(maxsize=8)
def combinations(framework: Framework, *, full: bool = False) -> tuple[Combination, ...]:
    """Return every combination once, in a stable order. ``full`` multiplies every axis."""
    found: dict[tuple[str, ...], Combination] = {}
    loners = [] if full else [axis for axis in framework.axes if is_alone(axis, framework)]
    dealt = {axis.id: _deal(axis, framework) for axis in loners}
    for extent in ("none", "one", "all"):
        for chosen in _walk(framework, framework.axes, {}, extent, dealt):
            layers = tuple(layer for layers in chosen.values() for layer in layers)
            combination = _with_requirements(Combination(framework.id, layers), framework)
            if combination:
                key = tuple(layer.id for layer in combination.layers)
                found.setdefault(key, combination)
    return tuple(found.values())


def _deal(axis: Axis, framework: Framework) -> Iterator[Layer]:
    """Yield the layers of an axis again and again, each round in another order."""
    dealer = random.Random(axis.id)
    while True:
        yield from dealer.sample(framework.on(axis.id), k=len(framework.on(axis.id)))


def is_alone(axis: Axis, framework: Framework) -> bool:
    """Say whether neither this axis names another one nor another one names it, slots included."""
    if axis.many or not axis.ask or len(framework.on(axis.id)) < 2:
        return False
    if any("slot:" in text for layer in framework.on(axis.id) for text in _texts(layer)):
        return False
    return not any(
        named != named_by and axis.id in (named, named_by)
        for named_by, named in _relations(framework)
    )


def _texts(layer: Layer) -> Iterable[str]:
    for folder in layer.folders:
        for file in folder.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file.read_text(encoding="utf-8", errors="replace")


def _relations(framework: Framework) -> Iterable[tuple[str, str]]:
    """Yield (axis, other axis) wherever a rule or a folder of the one names the other."""
    for axis in framework.axes:
        yield from ((axis.id, other) for other in axis.when)
    for layer in framework.layers.values():
        for owner, names in _named_by(layer, layer.axis):
            yield from ((owner, name) for name in names)


def _named_by(layer: Layer, owner: str) -> Iterable[tuple[str, list[str]]]:
    yield owner, [*layer.when, *(id_.partition("/")[0] for id_ in layer.requires + layer.conflicts)]
    for folder in layer.folders:
        for inner in folder.rglob("with/*/*"):
            parts = inner.relative_to(folder).parts
            if all(part == "with" for part in parts[::3]):
                axes = list(parts[1::3])
                first = axes[0] if owner == "base" else owner
                yield first, axes


def _walk(
    framework: Framework,
    axes: tuple[Axis, ...],
    chosen: Chosen,
    extent: str,
    dealt: Mapping[str, Iterator[Layer]],
) -> Iterator[Chosen]:
    """Choose from the first axis, then walk the rest. ``extent`` is how many additive layers."""
    if not axes:
        if extent != "one":
            yield chosen
        return
    axis, *rest = axes
    for picked, left in _picks(framework, axis, chosen, extent, dealt):
        then = {**chosen, axis.id: picked} if picked else chosen
        yield from _walk(framework, tuple(rest), then, left, dealt)


def _picks(
    framework: Framework,
    axis: Axis,
    chosen: Chosen,
    extent: str,
    dealt: Mapping[str, Iterator[Layer]],
) -> Iterator[tuple[tuple[Layer, ...], str]]:
    """Yield what may be taken of one axis, and how many additive layers may follow."""
    offered = [option.layer for option in options(framework, axis, chosen) if not option.refusal]
    if not holds(axis.when, chosen) or not offered:
        yield (), extent
    elif not axis.ask:
        yield default_layers(axis, offered, chosen), extent
    elif axis.id in dealt:
        yield (next(dealt[axis.id]),), extent
    elif not axis.many:
        yield from (((layer,), extent) for layer in offered)
    elif extent == "all":
        yield from ((group, "all") for group in maximal(offered, framework))
    else:
        yield (), extent
        if extent == "one":
            yield from (((layer,), "done") for layer in offered)


def maximal(layers: Iterable[Layer], framework: Framework) -> list[tuple[Layer, ...]]:
    """Return the largest groups without a conflict, one for each layer to begin with."""
    pool = {layer: _with_required(layer, framework) for layer in layers}
    groups: dict[frozenset[str], tuple[Layer, ...]] = {}
    for first in pool:
        group = [first]
        for layer in pool:
            if layer is not first and not any(_conflict(pool[layer], pool[o]) for o in group):
                group.append(layer)
        group.sort(key=lambda layer: layer.name)
        groups.setdefault(frozenset(layer.id for layer in group), tuple(group))
    return list(groups.values())


def _with_required(layer: Layer, framework: Framework) -> frozenset[Layer]:
    """Return a layer with all that it pulls in."""
    inner = (_with_required(framework.layers[id_], framework) for id_ in layer.requires)
    return frozenset({layer}.union(*inner))


def _conflict(some: Iterable[Layer], others: Iterable[Layer]) -> bool:
    others = tuple(others)
    return any(
        one.id in other.conflicts or other.id in one.conflicts for one in some for other in others
    )


def _with_requirements(combination: Combination, framework: Framework) -> Combination | None:
    """Add what layers require; nothing when that does not fit."""
    if not any(layer.requires for layer in combination.layers):
        return combination
    try:
        choice = choose(framework, combination.answers(framework))
    except UsageError:
        return None
    return Combination(framework.id, choice.layers)

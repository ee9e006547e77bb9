"""From stated answers to one complete, consistent set of layers of a framework.

The axes are walked in order; what each offers depends on what was chosen before it. The same
functions tell the prompts which choices to grey out and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.answers import Answers
from generator.catalog import SHARED, Framework
from generator.errors import TemplateError, UsageError, did_you_mean, no_such
from generator.layers import Axis, Layer, holds

Chosen = Mapping[str, tuple[Layer, ...]]


class Option(NamedTuple):
    """A layer as one of the choices of an axis; ``refusal`` says why it is not on offer."""

    layer: Layer
    refusal: str = ""


class Choice(NamedTuple):
    """The layers chosen, in plan order without the base, and what to tell the user of them."""

    layers: tuple[Layer, ...]
    notices: tuple[str, ...]

    @property
    def by_axis(self) -> Chosen:
        return group(self.layers)


def group(layers: Iterable[Layer]) -> dict[str, tuple[Layer, ...]]:
    """Return layers by axis."""
    found: dict[str, tuple[Layer, ...]] = {}
    for layer in layers:
        found[layer.axis] = (*found.get(layer.axis, ()), layer)
    return found


def choose(framework: Framework, answers: Answers) -> Choice:
    """Complete the answers with defaults and with what chosen layers require.

    Raises ``UsageError`` for a value that is unknown, not on offer, stated twice, or both stated
    and left out.
    """
    stated, excluded, notices = named_layers(framework, answers)
    if both := [layer.name for layer in stated if layer.id in excluded]:
        raise UsageError(f'"{both[0]}" is stated, and --without takes it away. Say one of the two.')
    while True:
        layers = _walk(framework, stated, excluded, answers)
        missing = _missing_requirements(framework, layers)
        if not missing:
            return Choice(layers, notices)
        if already := [layer for layer in missing if layer.id in excluded]:
            user = next(layer for layer in layers if already[0].id in layer.requires)
            raise UsageError(
                f'"{user.id}" requires "{already[0].id}", which --without takes away.'
                f" Leave out one of the two."
            )
        stated = [*stated, *missing]


def options(framework: Framework, axis: Axis, chosen: Chosen) -> tuple[Option, ...]:
    """Return every layer of an axis, with the reason where it does not fit ``chosen``."""
    taken = [layer for layers in chosen.values() for layer in layers]
    return tuple(Option(layer, _refusal(layer, chosen, taken)) for layer in framework.on(axis.id))


def default_layers(axis: Axis, offered: Sequence[Layer], chosen: Chosen) -> tuple[Layer, ...]:
    """Return what an axis takes when nothing is stated: one layer, or any number if additive."""
    by_name = {layer.name: layer for layer in offered}
    matching = [
        by_name[default.layer]
        for default in axis.default
        if default.layer in by_name and holds(default.when, chosen)
    ]
    if axis.many:
        return tuple(dict.fromkeys(matching))
    return tuple(matching[:1] or offered[:1])


def named_layers(
    framework: Framework, answers: Answers
) -> tuple[list[Layer], set[str], tuple[str, ...]]:
    """Return the layers that the answers name, the ids of those that they leave out, and the
    notices of the aliases used. Raises ``UsageError`` for one that the framework does not have."""
    found: list[tuple[Layer, str]] = []
    for axis_id, values in answers.choices.items():
        _check_axis(framework, axis_id)
        for value in values:
            flag = f"--{axis_id}"
            for layer in _named(framework, framework.on(axis_id), value, flag):
                found.append((layer, value))
    for value in answers.include:
        for layer in _named(framework, framework.layers.values(), value, "--with"):
            found.append((layer, value))
    excluded = {
        layer.id
        for value in answers.exclude
        for layer in _named(framework, framework.layers.values(), value, "--without")
    }
    notices = [layer.notices[value] for layer, value in found if value in layer.notices]
    return [layer for layer, _ in found], excluded, tuple(dict.fromkeys(notices))


def unknown_to(framework: Framework, answers: Answers) -> str:
    """Say which of the axes and layers stated a framework does not have, or nothing."""
    try:
        named_layers(framework, answers)
    except UsageError as error:
        return str(error)
    return ""


def _check_axis(framework: Framework, axis_id: str) -> None:
    if framework.axis(axis_id) is None:
        valid = [axis.id for axis in framework.axes if axis.ask]
        raise UsageError(no_such(f"{framework.title} has no choice named", axis_id, valid))


def _named(
    framework: Framework, layers: Iterable[Layer], value: str, flag: str
) -> tuple[Layer, ...]:
    """Return the one layer that a value names, as a tuple. Raises ``UsageError`` otherwise."""
    hidden = {axis.id for axis in framework.axes if not axis.ask} | {"base"}
    choosable = [layer for layer in layers if layer.axis not in hidden]
    found = tuple(layer for layer in choosable if layer.answers_to(value))
    exact = tuple(layer for layer in found if value.lower() in (layer.id, layer.name))
    if len(exact or found) == 1:
        return exact or found
    if found:
        ids = ", ".join(layer.id for layer in found)
        raise UsageError(f'{flag} "{value}" may mean any of {ids}. Write one of these.')
    names = sorted({layer.name for layer in choosable})
    has = "there is" if framework.id == SHARED else f"{framework.title} has"
    raise UsageError(no_such(f"{flag}: {has} no layer", value, names))


def _walk(
    framework: Framework, stated: Sequence[Layer], excluded: set[str], answers: Answers
) -> tuple[Layer, ...]:
    chosen: dict[str, tuple[Layer, ...]] = {}
    for axis in framework.axes:
        wanted = tuple(dict.fromkeys(layer for layer in stated if layer.axis == axis.id))
        if not holds(axis.when, chosen):
            _refuse_axis(axis, wanted, framework)
            continue
        offers = options(framework, axis, chosen)
        _refuse_unfit(wanted, offers)
        offered = [o.layer for o in offers if not o.refusal and o.layer.id not in excluded]
        picked = _picked(axis, wanted, offered, chosen, exact=axis.id in answers.choices)
        if picked:
            chosen[axis.id] = picked
    return tuple(layer for layers in chosen.values() for layer in layers)


def _picked(
    axis: Axis, wanted: tuple[Layer, ...], offered: Sequence[Layer], chosen: Chosen, *, exact: bool
) -> tuple[Layer, ...]:
    if axis.many:
        usual = () if exact else default_layers(axis, offered, chosen)
        layers = (*(layer for layer in usual if not _clash(layer, wanted)), *wanted)
        _refuse_conflicts(layers)
        return tuple(sorted(dict.fromkeys(layers), key=lambda layer: layer.name))
    if len(wanted) > 1:
        ids = " and ".join(f'"{layer.name}"' for layer in wanted)
        raise UsageError(f"Both {ids} are stated for {axis.title or axis.id}: only one can be.")
    return wanted or default_layers(axis, offered, chosen)


def _refuse_axis(axis: Axis, wanted: Sequence[Layer], framework: Framework) -> None:
    if wanted:
        needs = " and ".join(f"{a} {_alternatives(values)}" for a, values in axis.when.items())
        raise UsageError(
            f'"{wanted[0].name}" does not fit: {framework.title} has a choice of'
            f" {axis.title or axis.id} only with {needs}."
        )


def _refuse_unfit(wanted: Sequence[Layer], offers: Sequence[Option]) -> None:
    for option in offers:
        if option.layer in wanted and option.refusal:
            others = ", ".join(o.layer.name for o in offers if not o.refusal) or "none"
            raise UsageError(
                f'"{option.layer.name}" does not fit: {option.refusal} On offer: {others}.'
            )


def _clash(layer: Layer, others: Sequence[Layer]) -> bool:
    return any(layer.id in o.conflicts or o.id in layer.conflicts for o in others)


def _refuse_conflicts(layers: Sequence[Layer]) -> None:
    for layer in layers:
        for other in layers:
            if other.id in layer.conflicts:
                raise UsageError(
                    f'"{layer.name}" and "{other.name}" exclude each other: leave one out.'
                )


def _refusal(layer: Layer, chosen: Chosen, taken: Sequence[Layer]) -> str:
    if not holds(layer.when, chosen):
        return layer.why or _unmet(layer, chosen)
    for other in taken:
        if other.id in layer.conflicts or layer.id in other.conflicts:
            return f'It excludes "{other.name}".'
    return ""


def _unmet(layer: Layer, chosen: Chosen) -> str:
    axis, values = next((a, v) for a, v in layer.when.items() if not holds({a: v}, chosen))
    return f"It needs {axis} {_alternatives(values)}."


def _alternatives(values: Sequence[str]) -> str:
    return " or ".join(v.replace("!", "other than ") for v in values)


def _missing_requirements(framework: Framework, layers: Sequence[Layer]) -> list[Layer]:
    ids = {layer.id for layer in layers}
    left_out = {axis for layer in layers for axis in layer.leaves_out}
    missing = dict.fromkeys(
        required
        for layer in layers
        for required in layer.requires
        if required not in ids and layer.axis not in left_out
    )
    if unknown := next((id_ for id_ in missing if id_ not in framework.layers), ""):
        user = next(layer for layer in layers if unknown in layer.requires)
        raise TemplateError(
            f'{user.manifest}: "requires" names no layer of {framework.id}:'
            f' "{unknown}".{did_you_mean(unknown, framework.layers)}'
        )
    return [framework.layers[required] for required in missing]

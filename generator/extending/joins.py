"""The plans that show a layer with every base and with each other layer that it can join."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from generator.answers import Answers
from generator.catalog import BASE, Catalog, Framework
from generator.choose import choose
from generator.errors import UsageError
from generator.layers import Layer
from generator.plan import Plan, make_plan

NAME, YEAR = "demo-shop", 2026

#: The axes whose values are multiplied out; any other layer is met once with each app type.
_BASES = ("database", "size", "app-type")
Choices = Mapping[str, tuple[str, ...]]


def plans_with(layer: Layer, framework: Framework, catalog: Catalog) -> Iterator[Plan]:
    """Yield every plan of the bases with a layer, and one per app type with each layer beside it.

    What goes into every project meets the others once: it is in all of their plans.
    """
    seen: set[tuple[str, ...]] = set()
    bases = list(_bases(framework))
    for base in bases:
        yield from _plan(_answers(framework, base, layer), layer, catalog, seen)
    of_one_size = [base for base in bases if base.get("size") == bases[0].get("size")]
    for other in _companions(layer, framework):
        met: set[tuple[str, ...]] = set()
        for base in of_one_size:
            app_type = base.get("app-type", ()) if layer.id != BASE else ()
            if app_type not in met:
                for plan in _plan(_answers(framework, base, layer, other), layer, catalog, seen):
                    met.add(app_type)
                    yield plan


def plans_without(plans: Iterable[Plan], catalog: Catalog) -> Iterator[Plan]:
    """Yield the plans of the same answers on a smaller menu, as far as it goes, each once."""
    seen: set[tuple[str, ...]] = set()
    for plan in plans:
        answers = plan.answers
        if answers.framework not in catalog.framework_ids:
            continue
        framework = catalog.framework(answers.framework)
        choices = {
            axis: names
            for axis, names in answers.choices.items()
            if {f"{axis}/{name}" for name in names} <= set(framework.layers)
        }
        include = tuple(id_ for id_ in answers.include if id_ in framework.layers)
        smaller = answers._replace(choices=choices, include=include)
        yield from _plan(smaller, framework.base, catalog, seen)


def _bases(framework: Framework) -> Iterator[Choices]:
    axes = [axis for id_ in _BASES if (axis := framework.axis(id_)) and axis.ask]
    for layers in product(*(framework.on(axis.id) for axis in axes)):
        yield {layer.axis: (layer.name,) for layer in layers}


def _companions(layer: Layer, framework: Framework) -> Iterable[Layer]:
    for other in framework.layers.values():
        axis = framework.axis(other.axis)
        alone = axis is not None and not axis.many and other.axis == layer.axis
        if axis and axis.ask and other is not layer and axis.id not in _BASES and not alone:
            yield other


def _answers(framework: Framework, base: Choices, *layers: Layer) -> Answers:
    """State a base and some layers on top of it; a layer that is a base replaces its value."""
    choices, include = dict(base), []
    for layer in layers:
        axis = framework.axis(layer.axis)
        if axis and axis.ask and axis.many:
            include.append(layer.id)
        elif axis and axis.ask:
            choices[axis.id] = (layer.name,)
    return Answers(NAME, framework=framework.id, choices=choices, include=tuple(include))


def _plan(
    answers: Answers, layer: Layer, catalog: Catalog, seen: set[tuple[str, ...]]
) -> Iterable[Plan]:
    """Yield the plan of some answers if they fit together and it is new and has the layer."""
    try:
        chosen = choose(catalog.framework(answers.framework), answers).layers
    except UsageError:
        return
    key = tuple(other.id for other in chosen)
    if key not in seen and (layer.id == BASE or layer.id in key):
        seen.add(key)
        yield make_plan(answers, catalog, year=YEAR)

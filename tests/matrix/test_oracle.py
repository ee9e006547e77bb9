"""The catalogue and the rules that were written by hand agree on what is valid, both ways."""

from __future__ import annotations

import warnings
from collections.abc import Iterable

import pytest

from generator.answers import Answers
from generator.catalog import Catalog, Framework
from generator.choose import choose
from generator.errors import UsageError
from generator.roots import built_in_root
from tests.matrix import oracle
from tests.matrix.combinations import NAME, Combination, combinations, is_alone

Choices = frozenset[tuple[str, str]]


@pytest.fixture(scope="module", params=sorted(oracle.EXCLUSIVE))
def framework(request: pytest.FixtureRequest) -> Framework:
    return Catalog([built_in_root()]).framework(str(request.param))


@pytest.fixture(scope="module")
def enumerated(framework: Framework) -> tuple[Combination, ...]:
    return combinations(framework)


def unknown(framework: Framework) -> set[str]:
    """Return the ids of the layers that are asked about and that the oracle does not speak of."""
    return {
        layer.id
        for axis in framework.axes
        if axis.ask
        for layer in framework.on(axis.id)
        if not oracle.knows(framework.id, axis.id, layer.name)
    }


def exclusive_choices(combination: Combination, framework: Framework, dealt: set[str]) -> Choices:
    axes = set(oracle.EXCLUSIVE[framework.id]) - dealt
    return frozenset((of.axis, of.name) for of in combination.layers if of.axis in axes)


def known(
    found: Iterable[Combination], framework: Framework, *, additive: int
) -> list[Combination]:
    """Return the combinations of known layers with so many additive ones."""
    strange = unknown(framework)
    return [
        combination
        for combination in found
        if strange.isdisjoint(layer.id for layer in combination.layers)
        and len(added(combination, framework)) == additive
    ]


def added(combination: Combination, framework: Framework) -> list[str]:
    many = {axis.id for axis in framework.axes if axis.many and axis.ask}
    return [layer.name for layer in combination.layers if layer.axis in many]


def test_exclusive_choices_are_exactly_those_of_the_oracle(
    framework: Framework, enumerated: tuple[Combination, ...]
) -> None:
    if strange := unknown(framework):
        warnings.warn(f"the oracle does not speak of {sorted(strange)}", stacklevel=1)
    dealt = {axis.id for axis in framework.axes if is_alone(axis, framework)}
    ours = {
        exclusive_choices(combination, framework, dealt)
        for combination in known(enumerated, framework, additive=0)
    }
    theirs = {frozenset(c.items()) for c in oracle.all_exclusive(framework.id, dealt)}
    assert not sorted(map(sorted, ours - theirs))[:5]
    assert not sorted(map(sorted, theirs - ours))[:5]


def test_each_additive_layer_fits_where_the_oracle_says(
    framework: Framework, enumerated: tuple[Combination, ...]
) -> None:
    dealt = {axis.id for axis in framework.axes if is_alone(axis, framework)}
    ours = {
        (exclusive_choices(combination, framework, dealt), added(combination, framework)[0])
        for combination in known(enumerated, framework, additive=1)
    }
    theirs = {
        (frozenset(chosen.items()), layer)
        for chosen in oracle.all_exclusive(framework.id, dealt)
        for layer in oracle.ADDITIVE[framework.id]
        if oracle.additive(framework.id, layer, chosen)
    }
    assert not sorted(map(str, ours - theirs))[:5]
    assert not sorted(map(str, theirs - ours))[:5]


def test_what_the_oracle_does_not_offer_is_refused(framework: Framework) -> None:
    refused = 0
    for chosen in oracle.all_exclusive(framework.id, {"size", "ci", "licence"}):
        for axis in framework.axes:
            if not axis.ask or axis.many or axis.id not in oracle.EXCLUSIVE[framework.id]:
                continue
            before = (
                dict(list(chosen.items())[: list(chosen).index(axis.id)])
                if axis.id in chosen
                else chosen
            )
            offered = oracle.exclusive(framework.id, axis.id, before)
            for layer in framework.on(axis.id):
                if not oracle.knows(framework.id, axis.id, layer.name) or layer.name in offered:
                    continue
                choices = {name: (value,) for name, value in before.items()}
                choices[axis.id] = (layer.name,)
                with pytest.raises(UsageError):
                    choose(framework, Answers(NAME, framework=framework.id, choices=choices))
                refused += 1
    assert refused


def test_a_lost_rule_shows(framework: Framework) -> None:
    """The comparison is able to fail: a database that the oracle has and the menu has not."""
    dealt = {axis.id for axis in framework.axes if is_alone(axis, framework)}
    theirs = {frozenset(c.items()) for c in oracle.all_exclusive(framework.id, dealt)}
    fewer = [c for c in combinations(framework) if c.values["database"] != "oracle"]
    ours = {exclusive_choices(c, framework, dealt) for c in known(fewer, framework, additive=0)}
    assert theirs - ours

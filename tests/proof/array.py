"""Covering arrays: few projects, in which every choice meets every other one.

The candidates are the very combinations that the exhaustive render walks, so that every row is
valid, and every pair (or triple) of choices that occurs in any of them is covered. A library for
covering arrays completes rows by constraints given to it a second time; here the constraints are
the catalogue's own.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.answers import Answers
from generator.catalog import Framework
from generator.choose import choose, group, options
from generator.layers import holds
from tests.matrix.combinations import Combination, combinations

Factor = tuple[str, str]
Together = tuple[Factor, ...]

#: How many valid rows are tried for each row taken. More make smaller arrays, slowly.
TRIES = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One project to run, on one Python."""

    combination: Combination
    python: str


@dataclass(frozen=True)
class _Base:
    """A combination without additive layers, and those that it could have."""

    combination: Combination
    exclusive: Together
    fitting: frozenset[str]


class Space:
    """All choices of one framework: the exclusive axes, each additive layer, and the Python."""

    def __init__(self, framework: Framework, pythons: Sequence[str]) -> None:
        self.framework = framework
        self.pythons = tuple(pythons)
        many = [axis for axis in framework.axes if axis.many and axis.ask]
        self.additive = {layer.id: layer for axis in many for layer in framework.on(axis.id)}
        self.bases = [
            self._base(combination)
            for combination in combinations(framework)
            if not any(layer.id in self.additive for layer in combination.layers)
        ]

    def covering_array(self, strength: int) -> list[Row]:
        """Return rows that cover all groups of ``strength`` choices that can be made together."""
        wanted = self.feasible(strength)
        dealer = random.Random(f"{self.framework.id} {strength}")
        rows: list[Row] = []
        for target in sorted(wanted):
            if target in wanted:
                row, covered = self._best(target, wanted, strength, dealer)
                rows.append(row)
                wanted -= covered
        return rows

    def factors(self, row: Row) -> Together:
        """Return every choice that a row makes; an additive layer is on or off."""
        chosen = {layer.id for layer in row.combination.layers}
        switches = ((id_, "on" if id_ in chosen else "off") for id_ in self.additive)
        exclusive = self._exclusive(row.combination)
        return tuple(sorted((*exclusive, *switches, ("python", row.python))))

    def feasible(self, strength: int) -> set[Together]:
        """Return every group of choices that some valid project makes."""
        found: set[Together] = set()
        for base in self.bases:
            fixed = {
                size: list(itertools.combinations(base.exclusive, size))
                for size in range(strength + 1)
            }
            for switched in range(strength + 1):
                for switches in self._switches(base.fitting, switched):
                    for python in self._pythons(base.combination):
                        left = strength - switched
                        found.update(_together(few, switches) for few in fixed[left])
                        if left:
                            extra = (*switches, ("python", python))
                            found.update(_together(few, extra) for few in fixed[left - 1])
        return found

    def _base(self, combination: Combination) -> _Base:
        chosen = group(combination.layers)
        fitting = {
            option.layer.id
            for axis in self.framework.axes
            if axis.many and axis.ask and holds(axis.when, chosen)
            for option in options(self.framework, axis, chosen)
            if not option.refusal
        }
        while without := {id_ for id_ in fitting if not self._needs(id_) <= fitting}:
            fitting -= without
        return _Base(combination, tuple(sorted(self._exclusive(combination))), frozenset(fitting))

    def _needs(self, layer_id: str) -> frozenset[str]:
        """Return a layer with the additive ones that it requires."""
        required = (id_ for id_ in self.additive[layer_id].requires if id_ in self.additive)
        return frozenset({layer_id}.union(*map(self._needs, required)))

    def _exclusive(self, combination: Combination) -> Iterator[Factor]:
        """Yield the choice of every exclusive axis that is asked, ``-`` where it does not exist."""
        values = combination.values
        for axis in self.framework.axes:
            if axis.ask and not axis.many:
                yield axis.id, values.get(axis.id, "-")

    def _switches(self, fitting: frozenset[str], size: int) -> list[Together]:
        """Return all ways to have ``size`` additive layers on or off that can be."""
        key = fitting, size
        if key not in self._known_switches:
            self._known_switches[key] = [
                switches
                for few in itertools.combinations(sorted(self.additive), size)
                for states in itertools.product(("on", "off"), repeat=size)
                if self._possible(switches := tuple(zip(few, states, strict=True)), fitting)
            ]
        return self._known_switches[key]

    @cached_property
    def _known_switches(self) -> dict[tuple[frozenset[str], int], list[Together]]:
        return {}

    def _possible(self, switches: Together, fitting: frozenset[str]) -> bool:
        on = frozenset().union(*(self._needs(id_) for id_, state in switches if state == "on"))
        off = {id_ for id_, state in switches if state == "off"}
        return on <= fitting and on.isdisjoint(off) and not self._clash(on)

    def _clash(self, ids: Iterable[str]) -> bool:
        together = set(ids)
        return any(not together.isdisjoint(self.additive[id_].conflicts) for id_ in together)

    def _pythons(self, combination: Combination) -> tuple[str, ...]:
        """Return the Pythons that a project supports: a layer may need a newer one."""
        needed = [layer.requires_python.removeprefix(">=") for layer in combination.layers]
        oldest = max((_version(text) for text in needed if text), default=(3, 0))
        return tuple(name for name in self.pythons if _version(name) >= oldest)

    def _best(
        self, target: Together, wanted: set[Together], strength: int, dealer: random.Random
    ) -> tuple[Row, set[Together]]:
        """Return the row that has ``target`` and covers most of ``wanted``, of those tried."""
        stated = dict(target)
        python = stated.pop("python", "")
        must = {id_ for id_, state in stated.items() if state == "on"}
        off = {id_ for id_, state in stated.items() if state == "off"}
        exclusive = {item for item in stated.items() if item[0] not in self.additive}
        needed = frozenset().union(*map(self._needs, must))
        pool = [
            base
            for base in self.bases
            if exclusive.issubset(base.exclusive)
            and needed <= base.fitting
            and (not python or python in self._pythons(base.combination))
        ]
        best: tuple[Row, set[Together]] | None = None
        for base in dealer.choices(pool, k=TRIES):
            on = self._drawn(base, set(needed), off, dealer)
            version = python or dealer.choice(self._pythons(base.combination))
            row = Row(self.with_layers(base.combination, on), version)
            covered = wanted.intersection(itertools.combinations(self.factors(row), strength))
            if target in covered and (best is None or len(covered) > len(best[1])):
                best = row, covered
        if best is None:
            raise AssertionError(f"no project was found that has {target}")
        return best

    def _drawn(self, base: _Base, on: set[str], off: set[str], dealer: random.Random) -> set[str]:
        """Add layers by lot to those that must be on."""
        share = dealer.random()
        for id_ in dealer.sample(sorted(base.fitting), k=len(base.fitting)):
            more = on | self._needs(id_)
            if dealer.random() < share and more.isdisjoint(off) and not self._clash(more):
                on = more
        return on

    def with_layers(self, base: Combination, ids: Iterable[str]) -> Combination:
        """Return a combination with additive layers, and what they require, added."""
        layers = [self.additive[id_] for id_ in sorted(ids)]
        if not layers:
            return base
        answers = base.answers(self.framework)
        choices = dict(answers.choices)
        for layer in layers:
            choices[layer.axis] = (*choices.get(layer.axis, ()), layer.name)
        more = Answers(answers.name, framework=answers.framework, choices=choices)
        return Combination(self.framework.id, choose(self.framework, more).layers)


def _together(*parts: Together) -> Together:
    return tuple(sorted(factor for part in parts for factor in part))


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("."))

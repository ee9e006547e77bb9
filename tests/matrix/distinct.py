"""The distinct texts that some files can have, each with a combination that writes it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path

from generator.catalog import BASE, Catalog, Framework
from generator.compose import compose
from generator.errors import TemplateError
from generator.plan import Plan, make_plan
from generator.reading import PROJECT_FOLDER
from generator.render import write_project
from generator.roots import built_in_root
from generator.slots import declared_slots, read_fills
from tests.matrix.combinations import Combination, combinations

YEAR = 2026


@dataclass(frozen=True)
class Case:
    """A combination of layers that stands for all with the same text in these files.

    ``keys`` are the layers on ``axes`` of all of them.
    """

    combination: Combination
    catalog: Catalog
    axes: frozenset[str]
    texts: tuple[tuple[str, str], ...]
    keys: frozenset[tuple[str, ...]]

    @property
    def id(self) -> str:
        """The layers that make the difference, e.g. ``django-postgresql-celery``."""
        values = self.combination.values
        return "-".join(
            (self.combination.framework, *(values[a] for a in values if a in self.axes))
        )

    def write(self, folder: Path) -> None:
        """Write the project into a folder."""
        write_project(compose(self.plan()), folder)

    def plan(self) -> Plan:
        framework = self.catalog.framework(self.combination.framework)
        return make_plan(self.combination.answers(framework), self.catalog, year=YEAR)


def distinct(patterns: Sequence[str]) -> Iterator[Case]:
    """Yield a case for each distinct set of texts of the files that match, the simplest first.

    Only what can make a difference is multiplied out: the axes whose layers ship or fill them.
    """
    catalog = Catalog([built_in_root()])
    for framework in catalog.frameworks():
        axes = concerned(framework, patterns)
        tried: set[tuple[str, ...]] = set()
        found: dict[tuple[tuple[str, str], ...], tuple[Combination, set[tuple[str, ...]]]] = {}
        for combination in _simplest_first(framework):
            key = _on(combination, sorted(axes))
            if key in tried:
                continue
            tried.add(key)
            try:
                files = compose(make_plan(combination.answers(framework), catalog, year=YEAR)).files
            except TemplateError:  # the exhaustive render reports it
                continue
            texts = tuple(
                (path, source.text or "")
                for path, source in files.items()
                if any(fnmatch(path, pattern) for pattern in patterns)
            )
            if texts:
                found.setdefault(texts, (combination, set()))[1].add(key)
        for texts, (combination, keys) in found.items():
            yield Case(combination, catalog, axes, texts, frozenset(keys))


@lru_cache(maxsize=8)
def _simplest_first(framework: Framework) -> tuple[Combination, ...]:
    found = combinations(framework)
    return tuple(sorted(found, key=lambda c: (len(c.layers), str(c.values))))


def covering(
    whole: Sequence[str], by_line: Sequence[str], *, rather: Callable[[Case], bool]
) -> list[Case]:
    """Return few cases that show every distinct text of ``whole`` and every line of ``by_line``.

    Taken first is the case that shows most of what is still missing, ``rather`` one of some kind.
    """
    missing: dict[Case, set[tuple[str, ...]]] = {}
    for case in distinct((*whole, *by_line)):
        home = case.combination.framework
        missing[case] = {
            (home, path, part)
            for path, text in case.texts
            for part in ([text] if any(fnmatch(path, p) for p in whole) else text.splitlines())
        }
    chosen: list[Case] = []
    while any(missing.values()):
        useful = [case for case, parts in missing.items() if parts]
        best = max(useful, key=lambda case: (rather(case), len(missing[case])))
        chosen.append(best)
        shown = missing.pop(best)
        for parts in missing.values():
            parts -= shown
    return chosen


def varied(cases: Iterable[Case], axes: Sequence[str]) -> list[Case]:
    """Return cases with the same texts, in projects that show most pairs of layers on these axes.

    What a pipeline tests and what an image holds depends on more layers than the text of the
    files: without this it would always be the simplest project that has them.
    """
    shown: set[tuple[str, ...]] = set()
    found: list[Case] = []
    for case in cases:
        framework = case.catalog.framework(case.combination.framework)
        concerned_axes = sorted(case.axes)
        twins = (c for c in _simplest_first(framework) if _on(c, concerned_axes) in case.keys)
        best = max(twins, key=lambda twin: len(_pairs(twin, axes) - shown))
        shown |= _pairs(best, axes)
        found.append(replace(case, combination=best, axes=case.axes | set(axes)))
    return found


def _pairs(combination: Combination, axes: Sequence[str]) -> set[tuple[str, ...]]:
    pairs = itertools.combinations(zip(axes, _on(combination, axes), strict=True), 2)
    return {(combination.framework, *one, *other) for one, other in pairs}


def _on(combination: Combination, axes: Sequence[str]) -> tuple[str, ...]:
    """Return the names of a combination's layers on some axes."""
    values = combination.values
    return tuple(values.get(axis, "") for axis in axes)


def concerned(framework: Framework, patterns: Sequence[str]) -> frozenset[str]:
    """Return the axes whose layers ship a file that matches, or fill a slot in one."""
    axes: set[str] = set()
    slots: set[str] = set()
    size = -1
    while size < len(slots):
        size = len(slots)
        for layer in framework.layers.values():
            for file in (file for folder in layer.folders for file in folder.rglob("*")):
                texts = _texts(file, patterns, slots, layer.id) if file.is_file() else []
                if texts:
                    axes |= {layer.axis, *_with(file)}
                    slots |= {slot.name for text in texts for slot in declared_slots(text)}
    return frozenset(axes - {BASE})


def _texts(file: Path, patterns: Sequence[str], slots: set[str], layer_id: str) -> list[str]:
    """Return what a template file contributes: itself, or its fills for one of these slots."""
    if PROJECT_FOLDER in file.parts:
        path = str(file).partition(f"{PROJECT_FOLDER}/")[2]
        matches = any(fnmatch(path, pattern) for pattern in patterns)
        return [file.read_text(encoding="utf-8")] if matches else []
    if file.name.startswith("fills."):
        return [f.text for f in read_fills(file, layer_id) if f.slot in slots]
    return []


def _with(file: Path) -> set[str]:
    """Return the axes of the ``with/<axis>/<layer>/`` folders that a file is in."""
    return {file.parts[i + 1] for i, part in enumerate(file.parts[:-1]) if part == "with"}

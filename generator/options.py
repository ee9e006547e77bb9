"""Command-line options made from the axes: one for each that is asked about."""

from __future__ import annotations

from functools import lru_cache

import click

from generator.catalog import Axis, Catalog, Framework
from generator.roots import STATED, template_roots


def catalog() -> Catalog:
    """Return the menu of all template roots in force, those of ``--templates`` included."""
    context = click.get_current_context(silent=True)
    return _catalog(tuple(context.meta.get(STATED, ())) if context else ())


@lru_cache(maxsize=8)
def _catalog(stated: tuple[str, ...]) -> Catalog:
    return Catalog(template_roots(stated))


def axis_options() -> list[click.Option]:
    """Return ``--<axis>`` for every axis of every framework, in the order they are asked."""
    return [_option(axis, _frameworks_of(axis)) for axis in _all_axes() if axis.ask]


def _all_axes() -> list[Axis]:
    found: dict[str, Axis] = {}
    for framework in catalog().frameworks():
        for axis in framework.axes:
            found.setdefault(axis.id, axis)
    return list(found.values())


def _frameworks_of(axis: Axis) -> list[Framework]:
    return [framework for framework in catalog().frameworks() if framework.axis(axis.id)]


def _option(axis: Axis, frameworks: list[Framework]) -> click.Option:
    names = dict.fromkeys(layer.name for fw in frameworks for layer in fw.on(axis.id))
    only = f" ({frameworks[0].title} only)" if len(frameworks) == 1 else ""
    return click.Option(
        [f"--{axis.id}", axis.id.replace("-", "_")],
        metavar="LAYER" if axis.many else "|".join(names) if len(names) < 7 else "LAYER",
        multiple=axis.many,
        help=f"{axis.summary or axis.title}{only}"
        + (f" One of {', '.join(names)}." if not axis.many and len(names) >= 7 else ""),
    )

"""The menu: frameworks, axes and layers, read from template folders.

A template root holds ``shared/`` and one folder per framework. The layers of a framework are
those of ``shared/`` overlaid by its own, root by root, later roots last; the same id in several
places is one layer. Nothing here is executed: manifests are TOML, the rest is text.
"""

from __future__ import annotations

import graphlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from generator.errors import TemplateError
from generator.layers import Axis, Default, Layer
from generator.manifests import (
    APPENDED,
    AXIS_KEYS,
    FRAMEWORK_KEYS,
    LAYER_KEYS,
    condition,
    merged_manifests,
)
from generator.reading import has_manifest, subfolders

#: The folder of what both frameworks have, and the layer that every project has.
SHARED, BASE = "shared", "base"


class Framework:
    """A framework with everything on its menu; ``shared`` when it is the common part alone.

    ``homes`` are its folders in the template roots. Layers are read when somebody asks for them.
    """

    def __init__(
        self, id_: str, about: Mapping[str, str], axes: tuple[Axis, ...], homes: tuple[Path, ...]
    ) -> None:
        self.id, self.axes, self.homes = id_, axes, homes
        self.title = about.get("title", id_.title())
        self.summary = about.get("summary", "")
        self.website = about.get("website", "")

    @cached_property
    def layers(self) -> Mapping[str, Layer]:
        """The layers by id. Raises ``TemplateError`` when a manifest is wrong."""
        layers = {layer.id: layer for layer in _layers(self.homes)}
        if self.id != SHARED and BASE not in layers:
            raise TemplateError(f'The framework "{self.id}" has no layer "{BASE}": add {BASE}/.')
        return layers

    @cached_property
    def versions(self) -> Mapping[str, str]:
        """The version of each package that layers name without one."""
        return merged_manifests(self.homes, "versions.toml", {})

    @property
    def base(self) -> Layer:
        return self.layers[BASE]

    def axis(self, axis_id: str) -> Axis | None:
        return next((axis for axis in self.axes if axis.id == axis_id), None)

    def on(self, axis_id: str) -> tuple[Layer, ...]:
        """Return the layers of an axis: first those its ``order`` names, ``none`` last."""
        return _on(self, axis_id)


@lru_cache(maxsize=256)
def _on(framework: Framework, axis_id: str) -> tuple[Layer, ...]:
    axis = framework.axis(axis_id)
    order = axis.order if axis else ()
    found = (layer for layer in framework.layers.values() if layer.axis == axis_id)

    def place(layer: Layer) -> tuple[bool, int, str]:
        named = order.index(layer.name) if layer.name in order else len(order)
        return layer.name == "none", named, layer.name

    return tuple(sorted(found, key=place))


class Catalog:
    """All template roots, read as far as somebody asks."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = tuple(roots)

    @cached_property
    def framework_ids(self) -> tuple[str, ...]:
        """The ids of all frameworks, sorted."""
        return tuple(_folders_with("framework.toml", self.roots))

    @property
    def shared(self) -> Framework:
        """The questions that every framework has: database, size, app type and more."""
        return _load(self.roots, SHARED)

    def framework(self, framework_id: str) -> Framework:
        """Return a framework's menu. Raises ``TemplateError`` when a manifest is wrong."""
        return _load(self.roots, framework_id)

    def frameworks(self) -> tuple[Framework, ...]:
        return tuple(self.framework(framework_id) for framework_id in self.framework_ids)


@lru_cache(maxsize=64)
def _load(roots: tuple[Path, ...], framework_id: str) -> Framework:
    places = [SHARED] if framework_id == SHARED else [SHARED, framework_id]
    homes = [root / place for root in roots for place in places if (root / place).is_dir()]
    about = merged_manifests(homes, "framework.toml", FRAMEWORK_KEYS)
    return Framework(framework_id, about, _axes(homes), tuple(homes))


def _axes(homes: Sequence[Path]) -> tuple[Axis, ...]:
    """Return all axes, each after those that its ``after`` names."""
    ids = _folders_with("axis.toml", homes)
    axes = {id_: _axis(id_, folders) for id_, folders in ids.items()}
    order = graphlib.TopologicalSorter(
        {id_: [a for a in axes[id_].after if a in axes] for id_ in ids}
    )
    try:
        return tuple(axes[id_] for id_ in order.static_order())
    except graphlib.CycleError as error:
        circle = " → ".join(error.args[1])
        raise TemplateError(f"These axes come after each other in a circle: {circle}.") from None


def _axis(axis_id: str, folders: Iterable[Path]) -> Axis:
    table = merged_manifests(folders, "axis.toml", AXIS_KEYS)
    after = table.pop("after", ())
    defaults = tuple(
        Default(entry["layer"], condition(entry.get("when", {})), entry.get("why", ""))
        for entry in table.pop("default", ())
    )
    return Axis(
        id=axis_id,
        after=(after,) if isinstance(after, str) else tuple(after),
        order=tuple(table.pop("order", ())),
        default=defaults,
        when=condition(table.pop("when", {})),
        **table,
    )


def _layers(homes: Sequence[Path]) -> Iterable[Layer]:
    """Read every layer; a layer that spans several folders needs one manifest at least."""
    axes = _folders_with("axis.toml", homes)
    folders: dict[str, list[Path]] = {}
    for home in homes:
        if BASE in subfolders(home):
            folders.setdefault(BASE, []).append(home / BASE)
        for axis in axes:
            for folder in _folders_in(home / axis):
                folders.setdefault(f"{axis}/{folder.name}", []).append(folder)
    for layer_id, found in folders.items():
        if not any(has_manifest(folder, "layer.toml") for folder in found):
            raise TemplateError(f"{found[0]}: layer.toml is missing: every layer needs one.")
        yield read_layer(layer_id, tuple(found))


def _folders_in(folder: Path) -> list[Path]:
    return [folder / name for name in subfolders(folder)]


def _folders_with(name: str, places: Iterable[Path]) -> Mapping[str, list[Path]]:
    """Return the folders in several places that have a manifest, by their name, sorted."""
    found: dict[str, list[Path]] = {}
    for folder in (folder for place in places for folder in _folders_in(place)):
        if has_manifest(folder, name):
            found.setdefault(folder.name, []).append(folder)
    return dict(sorted(found.items()))


def read_layer(layer_id: str, folders: tuple[Path, ...]) -> Layer:
    """Read one layer from its folders: later manifests win, lists are appended."""
    table: dict[str, Any] = {}
    for folder in folders:
        for key, value in merged_manifests([folder], "layer.toml", LAYER_KEYS).items():
            if key == "used-as":
                value = {**table.get(key, {}), **{name: tuple(w) for name, w in value.items()}}
            merged = key in APPENDED and key in table
            table[key] = [*table[key], *value] if merged else value
    when = condition(table.pop("when", {}))
    fields: dict[str, Any] = {
        key.replace("-", "_"): tuple(dict.fromkeys(value)) if isinstance(value, list) else value
        for key, value in table.items()
    }
    axis, _, name = layer_id.partition("/")
    return Layer(layer_id, axis, name or axis, folders, when, **fields)


def extensions(layer: Layer, chosen: Mapping[str, Sequence[Layer]]) -> Iterable[Layer]:
    """Yield what a layer adds because of others: its ``with/<axis>/<layer or kind>/`` folders.

    The same folder in several roots is one, as the layer itself is.
    """
    for (axis, value), folders in _with_folders(layer.folders):
        if any(other.matches(value) for other in chosen.get(axis, ())):
            extension = _with_layer(layer, folders)
            yield extension
            yield from extensions(extension, chosen)


@lru_cache(maxsize=4096)
def _with_folders(
    folders: tuple[Path, ...],
) -> tuple[tuple[tuple[str, str], tuple[Path, ...]], ...]:
    """Return the ``with`` folders of a layer by (axis, layer or kind)."""
    places: dict[tuple[str, str], list[Path]] = {}
    for folder in folders:
        for axis in _folders_in(folder / "with"):
            for found in _folders_in(axis):
                places.setdefault((axis.name, found.name), []).append(found)
    return tuple((key, tuple(found)) for key, found in places.items())


@lru_cache(maxsize=2048)
def _with_layer(layer: Layer, folders: tuple[Path, ...]) -> Layer:
    return read_layer(layer.id, folders)

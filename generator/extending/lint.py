"""Reading a template root line by line: what is wrong with it before anything is rendered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.catalog import BASE, SHARED, Catalog, Framework
from generator.checks import Finding
from generator.errors import TemplateError, did_you_mean
from generator.extending.lint_sources import from_error, lint_fills, lint_python
from generator.extending.origins import template_files
from generator.layers import Layer
from generator.manifests import AXIS_KEYS, FRAMEWORK_KEYS, LAYER_KEYS, Keys, checked_manifest
from generator.reading import PROJECT_FOLDER

_MANIFESTS: Mapping[str, Keys] = {
    "framework.toml": FRAMEWORK_KEYS,
    "axis.toml": AXIS_KEYS,
    "layer.toml": LAYER_KEYS,
    "versions.toml": {},
}
_OTHERS = {"presets", "__pycache__"}


def lint_files(root: Path, catalog: Catalog) -> list[Finding]:
    """Return what is wrong with the folders and the manifests of a template root."""
    return [*_folders(root, catalog), *_manifests(root)]


def lint_layers(root: Path, catalog: Catalog) -> list[Finding]:
    """Return what is wrong with the layers of a root whose manifests are sound."""
    found: dict[Finding, None] = {}
    for framework in catalog.frameworks():
        for layer in own_layers(root, framework):
            found |= dict.fromkeys(_layer(layer, framework, root))
        found |= dict.fromkeys(_axes(framework, root))
    return list(found)


def own_layers(root: Path, framework: Framework) -> list[Layer]:
    """Return the layers of a framework to which a root contributes."""
    return [
        layer
        for layer in framework.layers.values()
        if any(folder.is_relative_to(root) for folder in layer.folders)
    ]


def _folders(root: Path, catalog: Catalog) -> Iterable[Finding]:
    """Yield folders that nothing would ever read: most of them are misspelt."""
    homes = [SHARED, *catalog.framework_ids]
    for home in _subfolders(root):
        if home.name not in homes:
            if any(home.rglob("layer.toml")) or any(home.rglob("fills.*")):
                yield _finding(
                    "folder", home, f'there is no framework "{home.name}":'
                    f"{did_you_mean(home.name, homes)} add {home.name}/framework.toml, or rename it"
                )  # fmt: skip
            continue
        wanted = [home.name] if home.name != SHARED else []
        axes = _axis_folders(catalog, [SHARED, *(wanted or catalog.framework_ids)])
        for axis in _subfolders(home):
            if axis.name == BASE:
                yield from _layer_folder(axis)
            elif axis.name in axes:
                for folder in _subfolders(axis):
                    yield from _layer_folder(folder)
            else:
                yield _finding(
                    "folder", axis, f'there is no axis "{axis.name}":'
                    f"{did_you_mean(axis.name, axes)} add {axis.name}/axis.toml, or rename it"
                )  # fmt: skip


def _axis_folders(catalog: Catalog, homes: Iterable[str]) -> set[str]:
    return {
        file.parent.name
        for root in catalog.roots
        for home in homes
        for file in (root / home).glob("*/axis.toml")
    }


def _layer_folder(folder: Path) -> Iterable[Finding]:
    for inner in sorted(folder.iterdir()):
        if inner.is_dir() and inner.name == "with":
            for with_folder in sorted(p for p in inner.glob("*/*") if p.is_dir()):
                yield from _layer_folder(with_folder)
        elif inner.name not in {"layer.toml", PROJECT_FOLDER, "README.md", *_OTHERS} and not (
            inner.is_file() and inner.name.startswith(("fills.", "."))
        ):
            yield _finding(
                "folder", inner,
                "a layer has layer.toml, fills.*, with/ and"
                f' "{PROJECT_FOLDER}/": files of the project belong into the last',
            )  # fmt: skip


def _manifests(root: Path) -> Iterable[Finding]:
    for file in sorted(root.rglob("*.toml")):
        keys = _MANIFESTS.get(file.name)
        if keys is None or PROJECT_FOLDER in file.parts:
            continue
        try:
            checked_manifest(file.parent, file.name, keys)
        except TemplateError as error:
            yield from_error(error, "manifest")


def _layer(layer: Layer, framework: Framework, root: Path) -> Iterable[Finding]:
    manifest = next(
        (f / "layer.toml" for f in reversed(layer.folders) if (f / "layer.toml").exists()),
        layer.folders[-1],
    )
    if manifest.is_relative_to(root):
        yield from _relations(layer, framework, manifest)
    for file in template_files(layer):
        if not file.is_relative_to(root):
            continue
        if PROJECT_FOLDER in file.parts:
            yield from lint_python(file)
        else:
            yield from lint_fills(file, layer, framework)


def _relations(layer: Layer, framework: Framework, manifest: Path) -> Iterable[Finding]:
    for key, ids in (("requires", layer.requires), ("conflicts", layer.conflicts)):
        for other in ids:
            if other not in framework.layers and framework.id != SHARED:
                message = f'"{key}" names no layer of {framework.id}: "{other}".'
                yield _finding("manifest", manifest, message, did_you_mean(other, framework.layers))
    for axis_id, values in layer.when.items():
        axis = framework.axis(axis_id)
        known = {name for other in framework.on(axis_id) for name in (other.name, other.kind)}
        for value in values if axis else ():
            if value.lstrip("!") not in known:
                hint = did_you_mean(value.lstrip("!"), known - {""})
                message = f'"when" names no layer or kind of the axis {axis_id}: "{value}".'
                yield _finding("manifest", manifest, message, hint)
    if layer.id != BASE and not layer.summary:
        yield _finding(
            "manifest", manifest, '"summary" is missing: the prompt and the help show it'
        )
    elif len(layer.summary) > 100:
        yield _finding("manifest", manifest, f'"summary" has {len(layer.summary)} letters of 100')


def _axes(framework: Framework, root: Path) -> Iterable[Finding]:
    for axis in framework.axes:
        names = [layer.name for layer in framework.on(axis.id)]
        for home in (framework.id, SHARED):
            file = root / home / axis.id / "axis.toml"
            for default in axis.default if file.exists() else ():
                if default.layer not in names:
                    message = f'"default" names no layer of the axis: "{default.layer}".'
                    yield _finding("manifest", file, message, did_you_mean(default.layer, names))


def _subfolders(folder: Path) -> list[Path]:
    return sorted(
        p for p in folder.iterdir() if p.is_dir() and p.name[0] != "." and p.name not in _OTHERS
    )


def _finding(check: str, path: Path, message: str, hint: str = "") -> Finding:
    return Finding(check, str(path), 0, message + hint)

"""Reading a template root line by line: what is wrong with it before anything is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.catalog import BASE, SHARED, Catalog, Framework
from generator.checks import Finding
from generator.errors import TemplateError, did_you_mean
from generator.extending.lint_sources import from_error, lint_fills, lint_python, lint_slots
from generator.extending.origins import template_files, templates_below
from generator.layers import Condition, Layer
from generator.manifests import AXIS_KEYS, FRAMEWORK_KEYS, LAYER_KEYS, Keys, checked_manifest
from generator.reading import PROJECT_FOLDER
from generator.schema import NO_AXIS

_MANIFESTS: Mapping[str, Keys] = {
    "framework.toml": FRAMEWORK_KEYS,
    "axis.toml": AXIS_KEYS,
    "layer.toml": LAYER_KEYS,
    "versions.toml": {},
}
_OTHERS = {"presets", "__pycache__"}
_REQUIREMENT = re.compile(r"[\w.\-]+ *(\[[\w.,\- ]+\])? *(([<>=!~]=?|@|;|\().*)?")

#: What an axis cannot be called: its flag has that name already.
FLAGS = {
    *(field.id for field in NO_AXIS), "answers", "preset", "defaults", "plain", "dry-run", "show",
    "template", "checkout", "directory", "set", "trust", "json", "files", "help",
}  # fmt: skip


def lint_files(root: Path, catalog: Catalog) -> list[Finding]:
    """Return what is wrong with the folders, the manifests and the slots of a template root."""
    slots = (finding for file in templates_below(root) for finding in lint_slots(file))
    return [*_folders(root, catalog), *_manifests(root), *slots]


def lint_layers(root: Path, catalog: Catalog) -> list[Finding]:
    """Return what is wrong with the layers of a root whose manifests are sound."""
    found: dict[Finding, None] = {}
    for framework in catalog.frameworks():
        for layer in own_layers(root, framework):
            found |= dict.fromkeys(_layer(layer, framework, catalog, root))
        found |= dict.fromkeys(_axes(framework, catalog, root))
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


def _layer(layer: Layer, framework: Framework, catalog: Catalog, root: Path) -> Iterable[Finding]:
    if layer.manifest.is_relative_to(root):
        yield from _relations(layer, framework, catalog)
    for folder in (f for home in layer.folders for f in sorted(home.rglob("with/*/*"))):
        if folder.is_relative_to(root) and PROJECT_FOLDER not in folder.parts:
            place = f'"{folder.parent.name}/{folder.name}"'
            beside = {folder.parent.name: (folder.name,)}
            yield from _condition(beside, place, folder, framework, catalog)
    for file in template_files(layer):
        if not file.is_relative_to(root):
            continue
        if PROJECT_FOLDER in file.parts:
            yield from lint_python(file)
        else:
            yield from lint_fills(file, layer, framework)


def _relations(layer: Layer, framework: Framework, catalog: Catalog) -> Iterable[Finding]:
    manifest = layer.manifest
    for key, ids in (("requires", layer.requires), ("conflicts", layer.conflicts)):
        for other in ids:
            if other not in framework.layers and framework.id != SHARED:
                message = f'"{key}" names no layer of {framework.id}: "{other}".'
                yield _finding("manifest", manifest, message, did_you_mean(other, framework.layers))
    yield from _condition(layer.when, '"when"', manifest, framework, catalog)
    yield from _condition(
        dict.fromkeys(layer.leaves_out, ()), '"leaves-out"', manifest, framework, catalog
    )
    for requirement in (*layer.dependencies, *layer.dev_dependencies):
        if not _REQUIREMENT.fullmatch(requirement):
            yield _finding("manifest", manifest, f'"{requirement}" is no name of a package, nor a'
                           ' requirement such as "acme-log>=1,<2"')  # fmt: skip
    if layer.id != BASE and not layer.summary:
        yield _finding(
            "manifest", manifest, '"summary" is missing: the prompt and the help show it'
        )
    elif len(layer.summary) > 100:
        yield _finding("manifest", manifest, f'"summary" has {len(layer.summary)} letters of 100')


def _condition(
    condition: Condition, what: str, place: Path, framework: Framework, catalog: Catalog
) -> Iterable[Finding]:
    """Yield the axes of a condition that no framework has, and the values that an axis has not."""
    axes = {axis.id for other in catalog.frameworks() for axis in other.axes}
    for axis_id, values in condition.items():
        if axis_id not in axes:
            message = f'{what} names no axis: "{axis_id}".'
            yield _finding("manifest", place, message, did_you_mean(axis_id, axes))
        known = {name for other in framework.on(axis_id) for name in (other.name, other.kind)}
        for value in values if framework.axis(axis_id) else ():
            if value.lstrip("!") not in known:
                hint = did_you_mean(value.lstrip("!"), known - {""})
                message = f'{what} names no layer or kind of the axis {axis_id}: "{value}".'
                yield _finding("manifest", place, message, hint)


def _axes(framework: Framework, catalog: Catalog, root: Path) -> Iterable[Finding]:
    for axis in framework.axes:
        names = [layer.name for layer in framework.on(axis.id)]
        for home in (framework.id, SHARED):
            file = root / home / axis.id / "axis.toml"
            if not file.exists():
                continue
            if axis.id in FLAGS:
                yield _finding("folder", file.parent, f'"{axis.id}" is a flag: rename the axis')
            defaults = [default.when for default in axis.default]
            for found in (dict.fromkeys(axis.after, ()), axis.when, *defaults):
                yield from _condition(found, "it", file, framework, catalog)
            for default in axis.default:
                if default.layer not in names:
                    message = f'"default" names no layer of the axis: "{default.layer}".'
                    yield _finding("manifest", file, message, did_you_mean(default.layer, names))


def _subfolders(folder: Path) -> list[Path]:
    return sorted(
        p for p in folder.iterdir() if p.is_dir() and p.name[0] != "." and p.name not in _OTHERS
    )


def _finding(check: str, path: Path, message: str, hint: str = "") -> Finding:
    return Finding(check, str(path), 0, message + hint)

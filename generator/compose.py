"""From a plan to one ordinary cookiecutter template, in memory."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath

from generator.blank_lines import normalized
from generator.catalog import PROJECT_FOLDER, Framework, Layer
from generator.errors import TemplateError
from generator.imports import Import, parse_imports
from generator.modules import (
    first_party_names,
    outline,
    resolve_missing,
    with_imports,
)
from generator.plan import Plan
from generator.provided import PROVIDED, provided_fragments
from generator.slots import Filled, Fragment, Slot, declared_slots, fill, read_fills

_JINJA = ("{{", "{%", "{#")


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the composed template, and the layers that made it.

    ``templated`` files go through Jinja; the others are copied as they are. ``text`` is ``None``
    for a binary file, which ``origin`` holds.
    """

    path: str
    text: str | None
    layer_id: str
    origin: Path
    templated: bool = False
    executable: bool = False
    fills: tuple[Fragment, ...] = ()


@dataclass(frozen=True, slots=True)
class Composition:
    """A composed cookiecutter template: its files by path and its context."""

    files: Mapping[str, Source]
    context: Mapping[str, str]


def compose(plan: Plan) -> Composition:
    """Overlay the plan's layers and fill their slots.

    Raises ``TemplateError`` when layers contradict each other or break a rule of the format.
    """
    sources = _project_files(plan.contributions)
    fragments = _fragments(plan)
    filled = {path: _filled(source, fragments) for path, source in sources.items()}
    _refuse_undeclared(plan, fragments, filled.values())
    finished = _finished(_without_skeletons(filled))
    patterns = [pattern for layer in plan.contributions for pattern in layer.copy_only]
    return Composition(
        {path: _marked(source, patterns) for path, source in sorted(finished.items())}, plan.context
    )


def _project_files(layers: Sequence[Layer]) -> dict[str, Source]:
    moves = {old: new for layer in layers for old, new in layer.move.items()}
    files: dict[str, Source] = {}
    for layer in layers:
        for folder in layer.folders:
            for found in _files_of(folder, layer.id):
                source = replace(found, path=_moved(found.path, moves))
                other = files.get(source.path)
                if other and other.layer_id != layer.id:
                    raise TemplateError(
                        f'{source.origin}: "{source.path}" is also shipped by the layer'
                        f' "{other.layer_id}": move one, or fill a slot instead.'
                    )
                files[source.path] = source
    return files


def _moved(path: str, moves: Mapping[str, str]) -> str:
    """Return where a layout wants a file: ``move`` maps top-level folders to other places."""
    top, slash, rest = path.partition("/")
    return f"{moves[top]}/{rest}" if slash and top in moves else path


@lru_cache(maxsize=2048)
def _files_of(folder: Path, layer_id: str) -> tuple[Source, ...]:
    home = folder / PROJECT_FOLDER
    return tuple(
        _read(file, file.relative_to(home).as_posix(), layer_id) for file in files_below(home)
    )


def _read(file: Path, path: str, layer_id: str) -> Source:
    executable = bool(file.stat().st_mode & 0o100)
    data = file.read_bytes()
    if b"\x00" in data[:1024]:
        return Source(path, None, layer_id, file, executable=executable)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return Source(path, None, layer_id, file, executable=executable)
    return Source(path, text, layer_id, file, executable=executable)


def _fragments(plan: Plan) -> Mapping[str, Sequence[Fragment]]:
    """Collect the fragments of all layers; a later folder of one layer replaces its own."""
    found: dict[str, list[Fragment]] = {}
    for fragment in provided_fragments(plan):
        found.setdefault(fragment.slot, []).append(fragment)
    for layer in plan.contributions:
        for slot, fragment in _own_fragments(layer).items():
            found.setdefault(slot, []).append(fragment)
    return found


def _refuse_undeclared(
    plan: Plan, fragments: Mapping[str, Sequence[Fragment]], filled: Iterable[_Filled]
) -> None:
    """A fragment whose slot this plan does not open is dropped; some layer must declare it."""
    opened = {fragment.slot for item in filled if item.result for fragment in item.result.used}
    dropped = [slot for slot in fragments if slot not in opened and slot not in PROVIDED]
    for slot in dropped:
        if slot not in all_slots(plan.framework):
            raise TemplateError(
                f"{fragments[slot][0].source}: no template of {plan.framework.id} declares the"
                f' slot "{slot}".'
            )


def _own_fragments(layer: Layer) -> dict[str, Fragment]:
    own: dict[str, Fragment] = {}
    for folder in layer.folders:
        here: dict[str, Fragment] = {}
        for file in sorted(folder.glob("fills.*")):
            for fragment in read_fills(file, layer.id):
                if fragment.slot in here:
                    raise TemplateError(f'{fragment.source}: "{fragment.slot}" is filled twice.')
                here[fragment.slot] = fragment
        own |= here
    return own


@lru_cache(maxsize=32)
def all_slots(framework: Framework) -> frozenset[str]:
    """Return the names of all slots that any layer of a framework declares."""
    return frozenset(
        slot.name
        for layer in framework.layers.values()
        for folder in layer.folders
        for file in files_below(folder)
        if file.name != "layer.toml"
        for slot in _slots_in(file)
    )


@lru_cache(maxsize=8192)
def _slots_in(file: Path) -> tuple[Slot, ...]:
    data = file.read_bytes()
    return tuple(declared_slots(data.decode())) if b"slot:" in data else ()


def files_below(folder: Path) -> list[Path]:
    """Return all files below a folder, sorted, those that Python writes for itself left out."""
    return sorted(
        Path(place, name)
        for place, _, names in os.walk(folder)
        if not place.endswith("__pycache__")
        for name in names
    )


@dataclass(frozen=True, slots=True)
class _Filled:
    source: Source
    result: Filled | None
    imports: tuple[Import, ...] = ()

    @property
    def is_skeleton(self) -> bool:
        """Whether every slot stayed empty and nothing but comments and imports is left."""
        result = self.result
        if result is None or not result.declared or result.used:
            return False
        if self.source.path.endswith(".py"):
            return outline(result.text, self.source.path).bare
        starts = ("#", "<!--", "//", "/*", "{#")
        lines = [line.strip() for line in result.text.splitlines()]
        return all(not line or line.startswith(starts) for line in lines)


def _filled(source: Source, fragments: Mapping[str, Sequence[Fragment]]) -> _Filled:
    if source.text is None or "slot:" not in source.text:
        return _Filled(source, None)
    python = source.path.endswith(".py")
    result = fill(source.text, fragments, path=source.path, hoist=python)
    return _Filled(
        replace(source, text=result.text, fills=result.used),
        result,
        tuple(parse_imports(result.imports)),
    )


def _without_skeletons(filled: Mapping[str, _Filled]) -> dict[str, _Filled]:
    """Drop files of which nothing is left, and packages that are empty because of that."""
    kept = {path: item for path, item in filled.items() if not item.is_skeleton}
    dropped = {PurePosixPath(path).parent for path in filled if path not in kept}
    for folder in dropped:
        inside = [path for path in kept if PurePosixPath(path).is_relative_to(folder)]
        initial = (folder / "__init__.py").as_posix()
        if inside == [initial] and outline(kept[initial].source.text or "", initial).bare:
            del kept[initial]
    return kept


def _finished(kept: Mapping[str, _Filled]) -> Mapping[str, Source]:
    """Write the import blocks and blank lines of the modules whose slots were filled."""
    first_party = first_party_names(kept)
    modules = {
        path: _merged(item.source.text or "", item.imports, first_party)
        for path, item in kept.items()
        if path.endswith(".py") and item.source.text is not None
    }
    composed = {path for path in modules if kept[path].result}
    for path, imports in resolve_missing(modules, composed).items():
        modules[path] = _merged(modules[path], tuple(imports), first_party)
    return {
        path: replace(item.source, text=_normalized(modules[path]))
        if path in modules and (item.result or modules[path] != item.source.text)
        else item.source
        for path, item in kept.items()
    }


@lru_cache(maxsize=8192)
def _merged(text: str, imports: tuple[Import, ...], first_party: frozenset[str]) -> str:
    return with_imports(text, imports, first_party) if imports else text


@lru_cache(maxsize=8192)
def _normalized(text: str) -> str:
    return normalized(text)


def _marked(source: Source, copy_only: Iterable[str]) -> Source:
    """Mark a file that Jinja has to render."""
    templated = (
        source.text is not None
        and any(sign in source.text for sign in _JINJA)
        and not any(fnmatch.fnmatch(source.path, pattern) for pattern in copy_only)
    )
    return replace(source, templated=templated)

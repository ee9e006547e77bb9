"""Overlaying layers: their files by project path, their fragments by slot."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.catalog import PROJECT_FOLDER, Framework
from generator.errors import TemplateError
from generator.layers import Layer
from generator.slots import Fragment, Slot, declared_slots, read_fills


class Source(NamedTuple):
    """One file of the composed template, and the layers that made it.

    ``templated`` files go through Jinja; the others are copied as they are,
    those that are ``verbatim`` although they look like Jinja. ``text`` is ``None``
    for a binary file, which ``origin`` holds.
    """

    path: str
    text: str | None
    layer_id: str
    origin: Path
    templated: bool = False
    verbatim: bool = False
    executable: bool = False
    fills: tuple[Fragment, ...] = ()


def project_files(layers: Sequence[Layer]) -> dict[str, Source]:
    """Return the files of all layers, each where the layout wants it.

    Raises ``TemplateError`` when two layers ship the same path.
    """
    moves = {old: new for layer in layers for old, new in layer.move.items()}
    files: dict[str, Source] = {}
    for layer in layers:
        for folder in layer.folders:
            for found in _files_of(folder, layer.id):
                path = _moved(found.path, moves)
                source = found if path == found.path else found._replace(path=path)
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
    with open(file, "rb") as opened:
        data, mode = opened.read(), os.fstat(opened.fileno()).st_mode
    text = None
    if b"\x00" not in data[:1024]:
        with suppress(UnicodeDecodeError):
            text = data.decode("utf-8")
    return Source(path, text, layer_id, file, executable=bool(mode & 0o100))


@lru_cache(maxsize=4096)
def own_fragments(layer: Layer) -> Mapping[str, Fragment]:
    """Return a layer's fragments by slot; a later folder replaces what an earlier one fills."""
    own: dict[str, Fragment] = {}
    for folder in layer.folders:
        here: dict[str, Fragment] = {}
        for name in sorted(os.listdir(folder)):
            if not name.startswith("fills."):
                continue
            for fragment in read_fills(folder / name, layer.id):
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

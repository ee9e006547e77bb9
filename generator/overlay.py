"""Overlaying layers: their files by project path, their fragments by slot."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.catalog import Framework
from generator.errors import TemplateError
from generator.layers import Layer
from generator.reading import PROJECT_FOLDER, folders_below, read_files, read_fragments
from generator.slots import Fragment, declared_slots


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
        Source(path, text, layer_id, home / path, executable=executable)
        for path, text, executable in read_files(folder)
    )


@lru_cache(maxsize=4096)
def own_fragments(layer: Layer) -> Mapping[str, Fragment]:
    """Return a layer's fragments by slot; a later folder replaces what an earlier one fills."""
    own: dict[str, Fragment] = {}
    for folder in layer.folders:
        here: dict[str, Fragment] = {}
        for fragment in read_fragments(folder, layer.id):
            if fragment.slot in here:
                raise TemplateError(f'{fragment.source}: "{fragment.slot}" is filled twice.')
            here[fragment.slot] = fragment
        own |= here
    return own


@lru_cache(maxsize=32)
def all_slots(framework: Framework) -> frozenset[str]:
    """Return the names of all slots that any layer of a framework declares."""
    folders = (folder for layer in framework.layers.values() for folder in layer.folders)
    return frozenset(
        slot.name
        for place in (place for folder in folders for place in folders_below(folder))
        for text in _texts(place)
        if "slot:" in text
        for slot in declared_slots(text)
    )


def _texts(folder: Path) -> Iterable[str]:
    yield from (file.text for file in read_files(folder) if file.text)
    yield from (fragment.text for fragment in read_fragments(folder, ""))

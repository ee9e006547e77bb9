"""Reading template folders: from the disk, or from the index that our wheel brings along.

The index is made when the wheel is built, of templates that never change afterwards: to open it
saves a run the hundreds of files that it stands for. A checkout has none, and neither have other
people's templates: what is changed there counts at once.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.slots import Fragment, read_fills

PROJECT_FOLDER = "{{cookiecutter.project_slug}}"

#: The two parts of the index of a folder of the root: what menus need, and what projects need.
MENU, SOURCES = "menu.json", "sources.json"

_PACKAGE = os.path.dirname(os.path.realpath(__file__))
_INSTALLED = os.path.join(_PACKAGE, "templates", "")


class File(NamedTuple):
    """A file of a project, by its path in there; ``text`` is ``None`` for a binary one."""

    path: str
    text: str | None
    executable: bool


def subfolders(folder: Path) -> Sequence[str]:
    """Return the names of the folders in a folder, sorted; none where it is not there."""
    if (found := _indexed(folder, MENU)) is not None:
        names: Sequence[str] = found.get("folders", ())
        return names
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        return sorted(e.name for e in entries if e.is_dir() and e.name != "__pycache__")
    return ()


def folders_below(folder: Path) -> Sequence[Path]:
    """Return a folder and all folders below it, those of projects left out."""
    inner = [folder / name for name in subfolders(folder) if name != PROJECT_FOLDER]
    return [folder, *(below for place in inner for below in folders_below(place))]


def has_manifest(folder: Path, name: str) -> bool:
    """Say whether a folder has a manifest of that name."""
    found = _indexed(folder, MENU)
    return (folder / name).exists() if found is None else name in found.get("manifests", ())


def read_manifest(folder: Path, name: str) -> Mapping[str, Any]:
    """Return a manifest as it stands. Raises what opening and parsing it raises."""
    if (found := _indexed(folder, MENU)) is None:
        return _parsed((folder / name).read_bytes().decode())
    table: Mapping[str, Any] | None = found.get("manifests", {}).get(name)
    if table is None:
        raise FileNotFoundError(folder / name)
    return table


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Mapping[str, Any]:
    """Parse TOML; what frameworks share is parsed once."""
    import tomllib

    return tomllib.loads(text)


def read_fragments(folder: Path, layer_id: str) -> Sequence[Fragment]:
    """Return the fragments of all fills in a folder, as they stand."""
    if (found := _indexed(folder, SOURCES)) is not None:
        place = f"{folder}{os.sep}"
        items = found.get("fragments", ())
        return [Fragment(slot, layer_id, text, place + at) for slot, text, at in items]
    names = (name for name in sorted(os.listdir(folder)) if name.startswith("fills."))
    return [fragment for name in names for fragment in read_fills(folder / name, layer_id)]


def read_files(folder: Path) -> Sequence[File]:
    """Return the project files of a folder, by path."""
    if (found := _indexed(folder, SOURCES)) is not None:
        return [File(*item) for item in found.get("files", ())]
    home = folder / PROJECT_FOLDER
    return [_read(file, file.relative_to(home).as_posix()) for file in files_below(home)]


def files_below(folder: Path) -> list[Path]:
    """Return all files below a folder, sorted, those that Python writes for itself left out."""
    return sorted(
        Path(place, name)
        for place, _, names in os.walk(folder)
        if not place.endswith("__pycache__")
        for name in names
    )


def _read(file: Path, path: str) -> File:
    with open(file, "rb") as opened:
        data, mode = opened.read(), os.fstat(opened.fileno()).st_mode
    text = None
    if b"\x00" not in data[:1024]:
        with suppress(UnicodeDecodeError):
            text = data.decode("utf-8")
    return File(path, text, bool(mode & 0o100))


def _indexed(folder: Path, part: str) -> Mapping[str, Any] | None:
    """Return what the index says of a folder; nothing where there is no index."""
    place = str(folder)
    if not place.startswith(_INSTALLED):
        return None
    home, _, inner = place[len(_INSTALLED) :].replace(os.sep, "/").partition("/")
    index = _index(_INSTALLED + home, part)
    return None if index is None else index.get(inner, {})


@lru_cache(maxsize=16)
def _index(home: str, part: str) -> Mapping[str, Mapping[str, Any]] | None:
    import json

    try:
        with open(os.path.join(home, part), "rb") as file:
            index: Mapping[str, Mapping[str, Any]] = json.loads(file.read())
    except FileNotFoundError:
        return None
    return index


def index_of(home: Path) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """Return both parts of the index of ``shared/`` or of a framework's folder, by file name.

    In the menu, a folder has its subfolders and its manifests; in the sources, its fragments and
    its project files.
    """
    menu: dict[str, Mapping[str, Any]] = {}
    sources: dict[str, Mapping[str, Any]] = {}
    for folder in folders_below(home):
        key = "" if folder == home else folder.relative_to(home).as_posix()
        names = [f.name for f in sorted(folder.glob("*.toml")) if not f.name.startswith("fills.")]
        fragments = [
            (fragment.slot, fragment.text, fragment.source.removeprefix(f"{folder}{os.sep}"))
            for fragment in read_fragments(folder, "")
        ]
        menu[key] = {
            "folders": subfolders(folder),
            "manifests": {name: read_manifest(folder, name) for name in names},
        }
        sources[key] = {"fragments": fragments, "files": read_files(folder)}
    return {MENU: menu, SOURCES: sources}

"""Writing into a folder that exists: file by file, all or nothing, and nothing lost unasked."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from generator.compose import Composition
from generator.errors import Refused, UsageError
from generator.interrupts import held, note_written
from generator.names import parse_name
from generator.render import render, write_project
from generator.staging import OLD, is_free, move, refuse_existing, staging_folder

#: What else there is to say to a run whose target exists.
OR_ELSE = ", or say --if-exists increment, skip or overwrite"

#: Decides on a file that exists and differs, given its path, the old and the new file.
Decide = Callable[[str, Path, Path], bool]


class Written(NamedTuple):
    """What became of the files of a project, by path."""

    created: tuple[str, ...] = ()
    overwritten: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def free_name(name: str, folder: Path) -> str:
    """Return the name itself while its folder is free, else the first free one with a number."""
    joint = " " if " " in name.strip() else "-"
    candidates = (name, *(f"{name.strip()}{joint}{number}" for number in range(2, 1000)))
    for candidate in candidates:
        if is_free(folder / parse_name(candidate).slug):
            return candidate
    raise Refused(f'"{name}" and a thousand names after it are taken. Use another --output-dir.')


def free_folder(target: Path) -> Path:
    """Return a folder's place while it is free, else the first free one with a number."""
    numbered = (target.with_name(f"{target.name}-{number}") for number in range(2, 1000))
    for candidate in filter(is_free, (target, *numbered)):
        return candidate
    raise Refused(f'"{target}" and a thousand folders after it are taken.')


def write(
    composition: Composition, target: Path, policy: str, decide: Decide | None = None
) -> Written:
    """Write a project by policy: fail, increment, skip, overwrite, ``ask`` (``decide`` is asked
    about each file that differs) or ``replace``.

    Raises ``Refused`` when the policy forbids it or the folder cannot be written.
    """
    if is_free(target) or policy in ("fail", "increment"):
        write_project(composition, target)
        return Written(created=tuple(composition.files))
    with staging_folder(target) as staging:
        made = staging / "made"
        made.mkdir()
        render(composition, made)
        return bring_in(made, tuple(composition.files), target, staging, policy, decide)


def bring_in(
    made: Path, files: tuple[str, ...], target: Path, staging: Path, policy: str,
    decide: Decide | None = None,
) -> Written:  # fmt: skip
    """Bring what is made in the staging folder into one that exists: see ``write``."""
    if target.is_symlink() or not target.is_dir():
        raise Refused(f'"{target}" is not a folder that could be written into.')
    if policy == "replace":
        with held():
            _replace(made, target, staging / OLD)
            note_written(target)
        return Written(files)
    asked = decide if policy == "ask" and decide else lambda *_: policy == "overwrite"
    written = _sorted_out(files, made, target, asked)
    with held():
        _move_in(written, made, target, staging / OLD)
        note_written(target)
    return written


def _replace(made: Path, target: Path, old: Path) -> None:
    target.rename(old)
    try:
        move(made, target)
    except BaseException:
        old.rename(target)
        raise


def _sorted_out(files: tuple[str, ...], made: Path, target: Path, decide: Decide) -> Written:
    """Say what is to become of every file, before any is touched."""
    created: list[str] = []
    overwritten: list[str] = []
    kept: list[str] = []
    for path in files:
        old, new = target / path, made / path
        _refuse_obstacles(old, target)
        if not old.exists() and not old.is_symlink():
            created.append(path)
        elif _same(old, new):
            kept.append(path)
        else:
            (overwritten if decide(path, old, new) else kept).append(path)
    return Written(tuple(created), tuple(overwritten), tuple(kept))


def _same(old: Path, new: Path) -> bool:
    if old.is_symlink() or new.is_symlink():
        return old.is_symlink() and new.is_symlink() and old.readlink() == new.readlink()
    return old.is_file() and old.read_bytes() == new.read_bytes()


def _refuse_obstacles(file: Path, target: Path) -> None:
    if file.is_dir():
        raise Refused(f'"{file}" is a folder where a file has to go. Move it away first.')
    for parent in file.parents:
        if parent == target:
            return
        if parent.is_symlink() or (parent.exists() and not parent.is_dir()):
            raise Refused(f'"{parent}" is a link or a file where a folder has to be. Move it away.')


def _move_in(written: Written, made: Path, target: Path, old: Path) -> None:
    """Move new files in and old ones out; put everything back if one cannot be."""
    folders: list[Path] = []
    moved: list[str] = []
    try:
        for path in (*written.created, *written.overwritten):
            file = target / path
            folders += [parent for parent in file.parents if not parent.exists()][::-1]
            file.parent.mkdir(parents=True, exist_ok=True)
            if path in written.overwritten:
                (old / path).parent.mkdir(parents=True, exist_ok=True)
                file.rename(old / path)
            moved.append(path)
            (made / path).rename(file)
    except OSError:
        for path in moved:
            (target / path).unlink(missing_ok=True)
            if (old / path).exists() or (old / path).is_symlink():
                (old / path).rename(target / path)
        for folder in reversed(folders):
            shutil.rmtree(folder, ignore_errors=True)
        raise


def refuse_early(name: str, folder: Path, policy: str) -> None:
    """Raise ``Refused`` before any work is done for a target that the policy leaves alone."""
    target = folder / parse_name(name).slug
    if policy == "fail":
        refuse_existing(target, OR_ELSE)
    if target.is_symlink():
        raise UsageError(f'"{target}" is a symbolic link. Name the folder it leads to.')

"""The hidden folder beside a target in which everything is made, to appear whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import Refused
from generator.interrupts import held, note_written

#: How a staging folder's name ends, and where files that are to be replaced wait in it.
_ENDING, OLD = ".whichway", "old"

#: A folder that nobody holds is left alone for so many seconds: its run may be about to.
_GRACE = 60


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """Yield a new hidden folder that becomes ``target`` at the end, unless an error comes first.

    Raises ``Refused`` when ``target`` exists and is not an empty folder, or cannot be written.
    """
    refuse_existing(target)
    with staging_folder(target) as staging:
        yield staging
        with held():
            move(staging, target)
            note_written(target)


@contextmanager
def staging_folder(target: Path) -> Iterator[Path]:
    """Yield a new hidden folder beside the target; nothing of it stays behind.

    What an earlier run left that was killed is taken away, too. Raises ``Refused`` when anything
    cannot be written.
    """
    made: list[Path] = []
    staging = None
    handle = -1
    prefix = f".{target.name[:32]}-"
    try:
        with held():
            made = [path for path in (target.parent, *target.parents) if not path.exists()]
            target.parent.mkdir(parents=True, exist_ok=True)
            staging = Path(tempfile.mkdtemp(_ENDING, prefix, target.parent))
            handle = _hold(staging)
            _sweep(target.parent, prefix)
        staging.chmod(0o777 & ~_umask())
        yield staging
    except OSError as error:
        raise Refused(f'"{target}" cannot be written: {error.strerror or error}.') from None
    finally:
        with held():
            if staging:
                shutil.rmtree(staging, ignore_errors=True)
            _let_go(handle)
            for folder in made:
                _remove_if_empty(folder)


def refuse_existing(target: Path, or_else: str = "") -> None:
    """Raise ``Refused`` when ``target`` exists and is not an empty folder."""
    if not is_free(target):
        raise Refused(f'"{target}" exists and is not an empty folder. Take another name{or_else}.')


def is_free(target: Path) -> bool:
    """Say whether a project can be written there: nothing, or an empty folder."""
    if target.is_symlink():
        return False
    return not target.exists() or (target.is_dir() and not any(target.iterdir()))


def move(staging: Path, target: Path) -> None:
    """Rename a folder. Raises ``Refused`` when the target is there by now."""
    try:
        if os.name == "nt" and target.exists():
            target.rmdir()
        staging.rename(target)
    except OSError as error:
        if target.exists():
            raise Refused(f'"{target}" appeared meanwhile and was left alone.') from error
        raise


def _sweep(parent: Path, prefix: str) -> None:
    """Take away what killed runs left: held by nobody, and without anything of the user's."""
    try:
        names = os.listdir(parent)
    except OSError:  # one can write into a folder that one cannot read
        return
    for name in names:
        folder = parent / name
        if not name.startswith(prefix) or not name.endswith(_ENDING):
            continue
        if folder.is_symlink() or (folder / OLD).exists() or not _is_old(folder):
            continue
        handle = _hold(folder)
        if handle >= 0:
            shutil.rmtree(folder, ignore_errors=True)
        _let_go(handle)


def _is_old(folder: Path) -> bool:
    try:
        return time.time() - folder.stat().st_mtime > _GRACE
    except OSError:
        return False


def _hold(folder: Path) -> int:
    """Lock a folder for as long as this process lives; return -1 where that is not possible."""
    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        return -1
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return -1
    return handle


def _let_go(handle: int) -> None:
    if handle >= 0:
        os.close(handle)


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

"""A cookiecutter template brought here: from a folder, a repository, a zip or an abbreviation."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import Refused, UsageError


@dataclass(frozen=True, slots=True)
class Fetched:
    """A template on this machine: ``folder`` holds its cookiecutter.json, ``root`` all of it."""

    source: str
    root: Path
    folder: Path
    commit: str

    @property
    def digest(self) -> str:
        """What tells this content from any other, whatever the source calls it."""
        digest = hashlib.sha256()
        for file in files_of(self.root):
            mode = file.lstat().st_mode & 0o111
            content = os.readlink(file).encode() if file.is_symlink() else file.read_bytes()
            name = file.relative_to(self.root).as_posix().encode()
            digest.update(b"%d %s %d %d\n" % (len(name), name, mode, len(content)) + content)
        return digest.hexdigest()


@contextmanager
def fetched(source: str, *, checkout: str, directory: str, config: dict[str, Any],
            ) -> Iterator[Fetched]:  # fmt: skip
    """Bring a template here through cookiecutter, and take it away again unless it is local.

    Raises ``UsageError`` when there is no template at ``source``, ``Refused`` when it holds
    links that lead out of it.
    """
    from cookiecutter.exceptions import CookiecutterException
    from cookiecutter.repository import determine_repo_dir, is_zip_file

    os.environ.setdefault("GIT_TERMINAL_PROMPT", "0")
    with tempfile.TemporaryDirectory(prefix="whichway-") as cache, _temporary_files_in(cache):
        try:
            place, _ = determine_repo_dir(
                template=source, abbreviations=config["abbreviations"], clone_to_dir=cache,
                checkout=checkout or None, no_input=True, directory=directory or None,
            )  # fmt: skip
        except (CookiecutterException, subprocess.CalledProcessError, OSError) as error:
            at = f' --directory "{directory}"' if directory else ""
            raise UsageError(f'--template "{source}"{at}: {_reason(error)}') from None
        folder = Path(place).resolve()
        if checkout and (is_zip_file(source) or not folder.is_relative_to(Path(cache).resolve())):
            raise UsageError(f'--checkout goes with a repository: "{source}" is none.')
        root = _root_of(folder, directory)
        _refuse_links(root, source)
        yield Fetched(source, root, folder, _commit(root))


def files_of(root: Path) -> Iterable[Path]:
    """Yield all files and links below a folder, sorted, git's own left out."""
    for place, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name != ".git")
        links = [name for name in folders if Path(place, name).is_symlink()]
        yield from (Path(place, name) for name in sorted([*names, *links]))


@contextmanager
def _temporary_files_in(folder: str) -> Iterator[None]:
    """Let cookiecutter unpack below ``folder``, so that nothing of it stays behind."""
    before, tempfile.tempdir = tempfile.tempdir, folder
    try:
        yield
    finally:
        tempfile.tempdir = before


def _root_of(folder: Path, directory: str) -> Path:
    """Return the whole template, of which ``directory`` is a part."""
    if not directory:
        return folder
    inner = Path(os.path.normpath(directory))
    root = folder
    for _ in inner.parts:
        root = root.parent
    if inner.is_absolute() or ".." in inner.parts or root / inner != folder:
        raise UsageError(f'--directory "{directory}" leads out of the template: name one inside.')
    return root


def _refuse_links(root: Path, source: str) -> None:
    for file in files_of(root):
        if file.is_symlink() and not file.resolve().is_relative_to(root):
            raise Refused(
                f'The template "{source}" is refused: "{file.relative_to(root)}" is a link to'
                f' "{os.readlink(file)}", which is not a part of it.'
            )


def _commit(root: Path) -> str:
    if not shutil.which("git") or not (root / ".git").exists():
        return ""
    done = subprocess.run(
        ["git", "-C", str(root), "rev-parse", "HEAD"], capture_output=True, text=True, check=False
    )
    return done.stdout.strip()


def _reason(error: Exception) -> str:
    from cookiecutter.exceptions import UnknownRepoType

    if isinstance(error, subprocess.CalledProcessError):
        return str(error.output.decode(errors="replace") if error.output else error).strip()
    if isinstance(error, UnknownRepoType):
        return 'is it git or Mercurial? Write "git+" or "hg+" before the URL.'
    first = str(error).splitlines()[0].rstrip(":") if str(error) else type(error).__name__
    return first.replace(" in the following locations", ".") + (
        "" if "could not be found" not in first else
        " Name a folder with a cookiecutter.json, a git URL, a .zip or an abbreviation such as"
        ' "gh:owner/name".'
    )  # fmt: skip

"""Rendering a composition with cookiecutter."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import string
import tempfile
import threading
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.compose import Composition
from generator.errors import TemplateError, UsageError, did_you_mean
from generator.overlay import Source
from generator.staging import written_whole

if TYPE_CHECKING:
    from jinja2 import Environment


def write_project(composition: Composition, target: Path) -> None:
    """Render into a hidden folder beside ``target`` and move it into place at once.

    Raises ``Refused`` when ``target`` exists and is not an empty folder, or cannot be written.
    """
    with written_whole(target) as staging:
        render(composition, staging)


def render(composition: Composition, folder: Path) -> None:
    """Render every file of a composition below ``folder``, which exists."""
    for parent in sorted({os.path.dirname(path) for path in composition.files}):
        os.makedirs(os.path.join(folder, parent), exist_ok=True)
    for source in composition.files.values():
        # What is rendered stands in for itself, empty: cookiecutter gets its text from memory.
        standing = source._replace(text="") if source.templated else source
        _copy(standing, os.path.join(folder, source.path))
    if templated := [source for source in composition.files.values() if source.templated]:
        _render_with_cookiecutter(templated, composition.context, folder)


def rendered(composition: Composition, path: str) -> str:
    """Return one file as it would be written. Raises ``UsageError`` when there is none."""
    if path not in composition.files or composition.files[path].text is None:
        raise UsageError(
            f'The project has no text file "{path}".{did_you_mean(path, composition.files)}'
            " --dry-run lists all files."
        )
    with tempfile.TemporaryDirectory() as folder:
        one = composition._replace(files={path: composition.files[path]})
        render(one, Path(folder))
        return (Path(folder) / path).read_text(encoding="utf-8")


def write_template(composition: Composition, folder: Path) -> None:
    """Write the composition as a plain cookiecutter template that needs nothing of ours.

    Only what looks like Jinja and is none, such as a page's own template, is kept from rendering:
    whoever takes the template further can use variables in every other file.
    """
    import glob
    import json

    from generator.reading import PROJECT_FOLDER

    context: dict[str, Any] = dict(composition.context)
    context["_copy_without_render"] = [
        glob.escape(source.path) for source in composition.files.values() if source.verbatim
    ]
    for path, source in composition.files.items():
        file = folder / PROJECT_FOLDER / path
        file.parent.mkdir(parents=True, exist_ok=True)
        _copy(source, str(file))
    text = json.dumps(context, indent=2, ensure_ascii=False)
    (folder / "cookiecutter.json").write_text(text + "\n", encoding="utf-8")


#: Cookiecutter stands in the folder that it renders, and a process has one working folder.
_one_at_a_time = threading.Lock()


def _render_with_cookiecutter(
    sources: list[Source], variables: Mapping[str, str], folder: Path
) -> None:
    """Let cookiecutter render the files that hold Jinja, each in its place.

    It looks at a file for binary content and for line ends, which takes as long as rendering it.
    Both are known here, so the files are empty, and the environment has their texts.
    """
    from cookiecutter.generate import generate_file
    from cookiecutter.utils import work_in

    texts = {source.path: source.text or "" for source in sources}
    env = environment(texts.values())
    place = os.path.abspath(folder)
    with _one_at_a_time, work_in(place):
        vars(env)["get_template"] = lambda path: env.from_string(texts[path])
        for source in sources:
            new_lines = "\r\n" if "\r\n" in texts[source.path] else "\n"
            context = {"cookiecutter": {**variables, "_new_lines": new_lines}}
            try:
                generate_file(place, source.path, context, env)
            except OSError:
                raise
            except Exception as error:  # a template can raise anything
                raise TemplateError(f"{source.origin}: {error}") from None


#: What cookiecutter's own Jinja extensions bring, apart from ``random_ascii_string``.
_EXTENSIONS = re.compile(r"\{[{%][^}]*\b(now|jsonify|slugify|uuid4)\b")


def environment(texts: Iterable[str] = ()) -> Environment:
    """Return an environment that renders ``texts`` as cookiecutter's own does.

    It compiles each distinct text once, be it a path or a file. Cookiecutter's extensions take
    longer to import than all else together, so they come along only where a text may use them;
    the one that makes secrets is short enough to stand here.
    """
    return _environment(any(_EXTENSIONS.search(text) for text in texts))


@lru_cache(maxsize=2)
def _environment(with_extensions: bool) -> Environment:
    import jinja2

    if with_extensions:
        from cookiecutter.environment import StrictEnvironment

        made: Environment = StrictEnvironment(keep_trailing_newline=True)
    else:
        made = jinja2.Environment(  # noqa: S701 - what is rendered is no HTML for a browser
            undefined=jinja2.StrictUndefined, keep_trailing_newline=True
        )
        made.globals["random_ascii_string"] = _random_ascii_string
    compiled = lru_cache(maxsize=4096)(made.from_string)

    def from_string(text: str) -> jinja2.Template | _Plain:
        return compiled(text) if "{" in text else _Plain(text)

    vars(made)["from_string"] = from_string
    return made


class _Plain:
    """A template without Jinja, as most paths are: it renders to itself."""

    def __init__(self, text: str) -> None:
        self.text = text

    def render(self, **_: object) -> str:
        return self.text


def _random_ascii_string(length: int, punctuation: bool = False) -> str:
    """Return random letters, as cookiecutter's extension of that name does."""
    letters = string.ascii_letters + (string.punctuation if punctuation else "")
    return "".join(secrets.choice(letters) for _ in range(length))


def _copy(source: Source, path: str) -> None:
    if source.text is None:
        shutil.copyfile(source.origin, path)
    else:
        with open(path, "wb") as file:
            file.write(source.text.encode())
    if source.executable:
        Path(path).chmod(0o755)

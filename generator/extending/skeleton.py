"""A new layer as a commented skeleton: every key that a manifest takes, ready to be uncommented."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.catalog import BASE, SHARED, Catalog
from generator.errors import UsageError, did_you_mean
from generator.extending.keys import AXIS, LAYER, Key
from generator.names import slugify
from generator.reading import PROJECT_FOLDER
from generator.staging import written_whole

_FILLS = """\
# What this layer adds to files that others own. Each section goes into one slot;
# 'whichway list --slots' names them all. Imports at the top of a section move to
# the imports of the file; names of the project's own modules need no import.
#
#     # fill: app.init
#     from acme_log import AcmeLog
#
#     AcmeLog(app)
"""


def root_of(folder: Path) -> Path:
    """Return the root of the layer ``ROOT/FRAMEWORK/AXIS/NAME``."""
    place = folder.expanduser().absolute()
    if len(place.parts) < 5:
        raise UsageError(f'"{folder}" is too short: write ROOT/FRAMEWORK/AXIS/NAME.')
    return place.parents[2]


def new_layer(folder: Path, catalog: Catalog) -> list[Path]:
    """Write the skeleton of the layer ``ROOT/FRAMEWORK/AXIS/NAME`` and return its files.

    An axis that is not there yet gets a skeleton too. Raises ``UsageError`` when the path names
    no framework or no usable name, ``Refused`` when the folder exists.
    """
    place = folder.expanduser().absolute()
    root, framework_id, axis_id, name = root_of(folder), *place.parts[-3:]
    _check_names(root, framework_id, axis_id, name, catalog)
    axis_file = place.parent / "axis.toml"
    is_new_axis = not axis_file.exists() and not _axis_exists(framework_id, axis_id, catalog)
    title = name.replace("-", " ").capitalize()
    with written_whole(place) as staging:
        (staging / "layer.toml").write_text(_manifest(title), encoding="utf-8")
        (staging / "fills.py").write_text(_FILLS, encoding="utf-8")
        (staging / PROJECT_FOLDER).mkdir()
    if is_new_axis:
        axis_file.write_text(_axis(axis_id), encoding="utf-8")
    written = [*sorted(file for file in place.rglob("*") if file.is_file())]
    return [axis_file, *written] if is_new_axis else written


def _check_names(root: Path, framework_id: str, axis_id: str, name: str, catalog: Catalog) -> None:
    known = [SHARED, *catalog.framework_ids]
    if framework_id not in known and not (root / framework_id / "framework.toml").exists():
        raise UsageError(
            f'"{framework_id}" is no framework.{did_you_mean(framework_id, known)} The path is'
            f" ROOT/FRAMEWORK/AXIS/NAME with one of {', '.join(known)}; for a framework of your"
            f" own write {root / framework_id / 'framework.toml'} first."
        )
    for part in (axis_id, name):
        if part != slugify(part) or part == BASE:
            raise UsageError(
                f'"{part}" is no name for an axis or a layer:'
                f' write "{slugify(part) or "my-layer"}", say.'
            )


def _axis_exists(framework_id: str, axis_id: str, catalog: Catalog) -> bool:
    homes = [SHARED, framework_id] if framework_id != SHARED else [SHARED, *catalog.framework_ids]
    return any(
        (root / home / axis_id / "axis.toml").exists() for root in catalog.roots for home in homes
    )


def _manifest(title: str) -> str:
    return "\n".join(
        [
            f'title = "{title}"',
            f'summary = "{title}: say here what it is good for."',
            "",
            "# Every key below is optional; take away the # of what you need.",
            *_lines(
                {key: value for key, value in LAYER.items() if key not in ("title", "summary")}
            ),
        ]
    )


def _axis(axis_id: str) -> str:
    title = axis_id.replace("-", " ").capitalize()
    return "\n".join(
        [
            f'title = "{title}"',
            f'summary = "{title}: say here what is chosen."',
            "",
            *_lines({key: value for key, value in AXIS.items() if key not in ("title", "summary")}),
        ]
    )


def _lines(keys: Mapping[str, Key]) -> list[str]:
    """Return each key's meaning and its example as comments, a blank line between them."""
    return [f"# {key.text.replace('`', '')}\n# {key.example}\n" for key in keys.values()]

"""Where template roots are found: ours, then those of installed packages, then the user's."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from generator.errors import TemplateError, UsageError

#: The entry point group by which an installed package offers its templates.
GROUP = "whichway.templates"

#: Where a Click context keeps the folders that ``--templates`` states.
STATED = "whichway.templates"


def template_roots(
    stated: Iterable[str | Path] = (), configured: Iterable[str | Path] = ()
) -> tuple[Path, ...]:
    """Return all template roots in force; a later one overlays those before it.

    ``stated`` are the folders of ``--templates``, ``configured`` those of the user's settings.
    Raises ``UsageError`` for one that is no template root, ``TemplateError`` for an installed
    package whose folder is missing.
    """
    roots = [built_in_root(), *installed_roots()]
    for origin, folders in (("configured templates", configured), ("--templates", stated)):
        for folder in folders:
            roots.append(checked_root(Path(folder), roots, origin))
    return tuple(dict.fromkeys(roots))


def built_in_root() -> Path:
    """Return our own templates: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


@lru_cache(maxsize=1)
def installed_roots() -> tuple[Path, ...]:
    """Return the template folders of installed packages, by the name of their entry point.

    An entry point names a package, or a folder inside one with dots: ``acme.templates``. The
    package is found, not imported: templates are data.
    """
    if not any(_mentions_group(place) for place in sys.path):
        return ()
    from importlib.metadata import entry_points

    found = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return tuple(_folder_of(point.name, point.value) for point in found)


def checked_root(folder: Path, others: Iterable[Path], origin: str) -> Path:
    """Return a user's template root, resolved. Raises ``UsageError`` when it cannot be one."""
    root = folder.expanduser().resolve()
    if not root.is_dir():
        raise UsageError(f'{origin}: "{folder}" is not a folder. Name one that holds templates.')
    known = {"shared", *(file.parent.name for other in others for file in _frameworks(other))}
    if not any((root / name).is_dir() for name in known) and not list(_frameworks(root)):
        raise UsageError(
            f'{origin}: "{folder}" holds no templates: none of its folders is named'
            f" {', '.join(sorted(known))} or has a framework.toml."
        )
    return root


def _frameworks(root: Path) -> Iterable[Path]:
    return root.glob("*/framework.toml")


def _mentions_group(place: str) -> bool:
    """Look for our group without ``importlib.metadata``, whose import costs more than we do."""
    with suppress(OSError):
        for name in os.listdir(place):
            if name.endswith(".dist-info"):
                with suppress(OSError), open(f"{place}/{name}/entry_points.txt", "rb") as file:
                    if f"[{GROUP}]".encode() in file.read():
                        return True
    return False


def _folder_of(name: str, value: str) -> Path:
    from importlib.util import find_spec

    package, *folders = value.split(".")
    spec = find_spec(package)
    places = list(spec.submodule_search_locations or ()) if spec else []
    for place in places:
        if (folder := Path(place, *folders)).is_dir():
            return folder.resolve()
    raise TemplateError(
        f'The entry point "{name} = {value}" of {GROUP} names no folder: write the package, and'
        ' the folder inside it, with dots: "acme.templates". Or uninstall its package.'
    )

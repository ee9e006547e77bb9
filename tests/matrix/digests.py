"""``python -m tests.matrix.digests N [proven]``: a digest of every N-th combination, as JSON.

``proven`` goes the short way that the command takes with our own templates.
"""

from __future__ import annotations

import hashlib
import json
import sys

from generator.catalog import Catalog
from generator.checks import Project
from generator.roots import built_in_root
from tests.matrix.combinations import combinations
from tests.matrix.exhaustive import projects


def digests(every: int, *, proven: bool) -> dict[str, str]:
    """Return the digest of all files of every N-th combination, by the command that makes it."""
    catalog = Catalog([built_in_root()])
    return {
        project.command: digest(project)
        for framework in catalog.frameworks()
        for project in projects(catalog, combinations(framework)[::every], proven=proven)
        if isinstance(project, Project)
    }


def digest(project: Project) -> str:
    """Return one digest of the paths and texts of a project, in their order."""
    found = hashlib.sha256()
    for path, text in project.files.items():
        found.update(f"{path}\0{text}\0".encode())
    return found.hexdigest()


if __name__ == "__main__":
    json.dump(digests(int(sys.argv[1]), proven="proven" in sys.argv[2:]), sys.stdout)

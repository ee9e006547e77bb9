"""The distinct container files that our templates can write, each with a project that has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.catalog import Catalog
from generator.compose import compose
from generator.plan import make_plan
from generator.render import write_project
from generator.roots import template_roots
from tests.matrix.combinations import Combination, combinations

YEAR = 2026
FILES = ("Dockerfile", ".dockerignore", "compose.yaml", "gunicorn.conf.py")


@dataclass(frozen=True)
class Case:
    """A combination of layers that stands for all with the same container files."""

    combination: Combination
    catalog: Catalog

    @property
    def id(self) -> str:
        """The layers that a reader has to know, e.g. ``django-postgresql-api-celery``."""
        values = self.combination.values
        shown = (values.get(axis, "") for axis in ("database", "app-type", "layout", "extensions"))
        return "-".join((self.combination.framework, *filter(None, shown)))

    @property
    def database(self) -> str:
        return self.combination.values["database"]

    def write(self, folder: Path) -> None:
        """Write the project into a folder."""
        framework = self.catalog.framework(self.combination.framework)
        plan = make_plan(self.combination.answers(framework), self.catalog, year=YEAR)
        write_project(compose(plan), folder)


def cases() -> Iterator[Case]:
    """Yield one case for each distinct set of container files, the fewest layers first."""
    catalog = Catalog(template_roots(()))
    for framework in catalog.frameworks():
        seen: set[tuple[str, ...]] = set()
        found = (c for c in combinations(framework) if c.values.get("container") == "docker")
        for combination in sorted(found, key=lambda c: (len(c.layers), str(c.values))):
            plan = make_plan(combination.answers(framework), catalog, year=YEAR)
            files = compose(plan).files
            texts = tuple(files[path].text or "" for path in FILES if path in files)
            if texts not in seen:
                seen.add(texts)
                yield Case(combination, catalog)

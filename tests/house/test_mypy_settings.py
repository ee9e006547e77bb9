"""What generated Flask projects tell mypy: one table per set of modules, none of them empty."""

from __future__ import annotations

import tomllib
from collections import Counter

from generator.catalog import Catalog
from generator.checks import Project
from generator.roots import built_in_root
from tests.matrix.combinations import combinations
from tests.matrix.exhaustive import projects

#: The axes whose layers write into these tables.
AXES = ("app-type", "database", "api", "serializer", "auth", "admin")


def test_no_module_has_two_tables_and_no_table_is_empty() -> None:
    catalog = Catalog([built_in_root()])
    chosen = {
        tuple(combination.values.get(axis) for axis in AXES): combination
        for combination in combinations(catalog.framework("flask"))
    }
    assert len(chosen) > 80
    for project in projects(catalog, list(chosen.values())):
        assert isinstance(project, Project), project
        mypy = tomllib.loads(project.files["pyproject.toml"])["tool"]["mypy"]
        tables = mypy.get("overrides", [])
        modules = Counter(
            module
            for table in tables
            for module in (
                [table["module"]] if isinstance(table["module"], str) else table["module"]
            )
        )
        assert not tables or set(modules.values()) == {1}, (modules, project.command)
        assert all(len(table) > 1 for table in tables), project.command

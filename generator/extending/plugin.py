"""A pytest plugin for authors of templates: the fixture ``whichway`` knows their layers.

Installed with Whichway and always on; it does nothing until a test asks for the fixture. Where the
templates are is said in the author's own configuration::

    [tool.pytest.ini_options]
    whichway_templates = "src/acme/templates"
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from generator.catalog import Catalog
    from generator.checks import Project
    from generator.plan import Plan

_SETTING = "whichway_templates"


@dataclass(frozen=True, slots=True)
class Templates:
    """A template root under test, over the templates that Whichway and others bring."""

    root: Path

    @property
    def catalog(self) -> Catalog:
        """The menu with these templates on it."""
        from generator.catalog import Catalog
        from generator.roots import template_roots

        return Catalog([*(root for root in template_roots() if root != self.root), self.root])

    def problems(self) -> list[str]:
        """Return what ``whichway check`` finds: nothing when all is well."""
        from generator.extending.trial import check_root

        report = check_root(self.root, self.catalog.roots)
        return [f"{finding}\n    {finding.command}" for finding in report.findings.values()]

    def plan(self, name: str = "demo-shop", **stated: str | list[str]) -> Plan:
        """Return the plan of some answers: ``plan(framework="flask", with_=["acme-log"])``.

        Keywords are those of an answers file, with ``_`` for ``-``.
        """
        from generator.plan import make_plan
        from generator.schema import checked, fields, to_answers

        table = {key.rstrip("_").replace("_", "-"): value for key, value in stated.items()}
        values = checked({"name": name, **table}, fields(self.catalog), "the test")
        return make_plan(to_answers(values), self.catalog, year=2026)

    def project(self, name: str = "demo-shop", **stated: str | list[str]) -> Project:
        """Return the project of some answers, rendered in memory: its texts are in ``files``."""
        from generator.checks import project_of

        return project_of(self.plan(name, **stated))

    def write(self, folder: Path, name: str = "demo-shop", **stated: str | list[str]) -> Path:
        """Write the project of some answers into ``folder`` and return where it is."""
        from generator.compose import compose
        from generator.render import write_project

        plan = self.plan(name, **stated)
        write_project(compose(plan), folder / plan.name.slug)
        return folder / plan.name.slug

    def install_and_test(self, project: Path) -> None:
        """Install a written project and run its tests. Raises ``AssertionError`` when they fail."""
        from generator.extending.trial_run import problem_of

        if problem := problem_of(project):
            raise AssertionError(problem)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the setting that says where the templates are."""
    parser.addini(
        _SETTING, "the template root that the fixture whichway tests", default="templates"
    )


@pytest.fixture(scope="session")
def whichway(pytestconfig: pytest.Config) -> Templates:
    """The templates under test, see ``generator.extending.plugin.Templates``."""
    root = pytestconfig.rootpath / str(pytestconfig.getini(_SETTING))
    if not root.is_dir():
        raise pytest.UsageError(f'{_SETTING}: "{root}" is not a folder.')
    return Templates(root.resolve())

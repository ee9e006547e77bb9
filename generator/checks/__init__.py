"""What every project must be, as small pure functions over its texts.

``check(project)`` runs all of them. Our own tests run them on every combination, and
``whichway check`` on a template author's layers: the same functions, so that both mean the same.

    project.py        a project as texts, and where it came from
    texts.py          each file by itself: it parses, it is tidy, nothing of templating is left
    words.py          no name of an option that was not chosen
    dependencies.py   every import is declared, every dependency is used
    settings.py       the variables read are those of .env.example
    readme.py         what the README names exists
    ruff.py           lint and format, all projects in one call, if ruff is installed
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.checks.dependencies import imports_are_declared, requirements_are_used
from generator.checks.project import Finding, Project, project_of
from generator.checks.readme import readme_is_true
from generator.checks.settings import settings_agree
from generator.checks.texts import files_are_sound, folders_are_tidy
from generator.checks.words import words_are_absent

__all__ = ["CHECKS", "Finding", "Project", "check", "project_of"]

#: Every check of one project. A check must be able to fail: each has a planted fault in the tests.
CHECKS: tuple[Callable[[Project], Iterable[Finding]], ...] = (
    files_are_sound,
    folders_are_tidy,
    words_are_absent,
    imports_are_declared,
    requirements_are_used,
    settings_agree,
    readme_is_true,
)


def check(project: Project) -> list[Finding]:
    """Return what is wrong with a project; nothing when it is as it should be."""
    return [finding for one in CHECKS for finding in one(project)]

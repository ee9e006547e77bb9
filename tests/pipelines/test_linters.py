"""Every pipeline and container file that our templates can write satisfies its linters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.checks import project_of
from tests.matrix.distinct import distinct
from tests.pipelines import linters

FILES = (
    ".github/*", ".gitlab-ci.yml", ".pre-commit-config.yaml", "Dockerfile", "compose.yaml"
)  # fmt: skip

Lint = Callable[[Sequence[Path]], str]

CHECKS: list[tuple[Lint, str, str]] = [
    (linters.hadolint, "Dockerfile", "FROM python\nRUN sudo make me a sandwich\n"),
    (linters.compose_schema, "compose.yaml", "services: {app: {imagine: python}}\n"),
    (
        linters.own_image_names,
        "compose.yaml",
        "services: {app: {build: ., image: demo}, worker: {build: ., image: demo}}\n",
    ),
    (linters.dependabot_schema, ".github/dependabot.yml", "version: 3\nupdates: []\n"),
    (linters.gitlab_schema, ".gitlab-ci.yml", "tests: {script: {}}\n"),
    (linters.pre_commit, ".pre-commit-config.yaml", "repos: [{repo: local}]\n"),
    (
        linters.actionlint,
        ".github/workflows/*.yml",
        "on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: 'echo ${{ matrix.a }}'}]}}\n",
    ),
    (
        linters.zizmor,
        ".github/workflows/*.yml",
        "on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{uses: actions/checkout@v7}]}}\n",
    ),
]
each_check = pytest.mark.parametrize(
    ("lint", "pattern", "planted"), CHECKS, ids=[lint.__name__ for lint, _, _ in CHECKS]
)


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write every distinct text of each of these files, in a folder named after its project."""
    root = tmp_path_factory.mktemp("pipelines")
    cases = [case for name in FILES for case in distinct((name,))]
    for number, case in enumerate(cases):
        project = project_of(case.plan())
        for path in (path for path, _ in case.texts):
            file = root / f"{number:03}-{case.id}" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(project.files[path], encoding="utf-8")
    return root


@each_check
def test_every_file_satisfies_its_linter(
    lint: Lint, pattern: str, planted: str, projects: Path
) -> None:
    files = sorted(projects.glob(f"*/{pattern}"))
    assert files
    findings = lint(files)
    assert not findings, findings


@each_check
def test_the_linter_finds_a_planted_fault(
    lint: Lint, pattern: str, planted: str, tmp_path: Path
) -> None:
    file = tmp_path / pattern.replace("*", "ci")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(planted, encoding="utf-8")
    assert lint([file])

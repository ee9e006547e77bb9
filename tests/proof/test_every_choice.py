"""Every choice at least once, in projects that are installed, migrated, tested and served.

The projects run in the background from the first test on, as many at a time as there are
processors; each test waits for its own. ``python -m tests.proof`` does the same for every pair of
choices, which takes longer than a gate may.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future

import pytest

from generator.catalog import Catalog
from generator.roots import built_in_root
from tests.proof.__main__ import array_tasks
from tests.proof.pythons import newest_python, oldest_python
from tests.proof.runner import Result, Runner

pytestmark = pytest.mark.proof

TASKS = array_tasks(Catalog([built_in_root()]), strength=1)


@pytest.fixture(scope="module")
def results() -> Iterator[list[Future[Result]]]:
    with Runner(Catalog([built_in_root()])).running(TASKS) as futures:
        yield futures


def test_the_oldest_supported_python_and_a_newer_one_are_here() -> None:
    assert oldest_python().version == (3, 11)
    assert newest_python().version > (3, 11)


@pytest.mark.parametrize("number", range(len(TASKS)), ids=[task.name for task in TASKS])
def test_a_project_is_green(number: int, results: list[Future[Result]]) -> None:
    result = results[number].result()
    assert not result.failed, "\n" + result.report()

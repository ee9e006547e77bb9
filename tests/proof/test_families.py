"""The families that most people start from, from installation to a clean stop.

A few real projects, minutes in all; ``python -m tests.proof`` runs many more.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future

import pytest

from generator.catalog import Catalog
from generator.roots import built_in_root
from tests.proof.__main__ import stated_task
from tests.proof.pythons import newest_python, oldest_python
from tests.proof.runner import Result, Runner

pytestmark = pytest.mark.proof

FAMILIES = {
    "flask-api": "--framework flask --database sqlite --size small --app-type api"
    " --with flask-restful --with flask-marshmallow --with flask-jwt-extended",
    "flask-web": "--framework flask --database postgresql --size medium --app-type web",
    "flask-static": "--framework flask --database none --size small --app-type static",
    "django-web": "--framework django --database postgresql --size large --app-type web",
    "django-api": "--framework django --database sqlite --size medium --app-type api",
}
TASKS = [
    stated_task(flags.split(), oldest_python() if number % 2 else newest_python())
    for number, flags in enumerate(FAMILIES.values())
]


@pytest.fixture(scope="module")
def results() -> Iterator[list[Future[Result]]]:
    with Runner(Catalog([built_in_root()])).running(TASKS) as futures:
        yield futures


def test_the_oldest_supported_python_and_a_newer_one_are_here() -> None:
    assert oldest_python().version == (3, 11)
    assert newest_python().version > (3, 11)


@pytest.mark.parametrize("number", range(len(TASKS)), ids=list(FAMILIES))
def test_a_family_is_green(number: int, results: list[Future[Result]]) -> None:
    result = results[number].result()
    assert not result.failed, "\n" + result.report()

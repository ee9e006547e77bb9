"""Covering arrays on a tiny catalogue: complete, valid, small, and the same every time."""

from __future__ import annotations

import itertools

import pytest

from tests.conftest import MakeCatalog
from tests.proof.array import Space
from tests.unit.test_combinations import FILES

MORE = {
    **FILES,
    "flask/extensions/limiter/layer.toml": 'conflicts = ["extensions/cors"]',
    "flask/release/axis.toml": 'after = "size"',
    "flask/release/lts/layer.toml": "",
    "flask/release/latest/layer.toml": 'requires-python = ">=3.12"',
}


@pytest.fixture
def space(make_catalog: MakeCatalog) -> Space:
    return Space(make_catalog(MORE).framework("flask"), ["3.11", "3.13"])


@pytest.mark.parametrize("strength", [1, 2, 3])
def test_all_that_can_be_together_is_covered(space: Space, strength: int) -> None:
    rows = space.covering_array(strength)
    covered = {
        together
        for row in rows
        for together in itertools.combinations(space.factors(row), strength)
    }
    assert covered >= space.feasible(strength)
    assert len(rows) < 70


def test_what_cannot_be_together_is_not_wanted(space: Space) -> None:
    pairs = space.feasible(2)
    assert (("extensions/celery", "on"), ("extensions/redis", "on")) in pairs
    assert (("extensions/celery", "on"), ("extensions/redis", "off")) not in pairs
    assert (("extensions/cors", "on"), ("extensions/limiter", "on")) not in pairs
    assert (("auth", "none"), ("extensions/admin", "on")) not in pairs
    assert (("auth", "jwt"), ("database", "none")) not in pairs
    assert (("python", "3.11"), ("release", "latest")) not in pairs
    assert (("python", "3.13"), ("release", "latest")) in pairs


def test_pairwise_is_small_and_stable(space: Space) -> None:
    rows = space.covering_array(2)
    assert rows == space.covering_array(2)
    assert 4 <= len(rows) <= 16

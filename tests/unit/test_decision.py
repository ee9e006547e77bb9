"""The recommendation, against a table written by hand from the comparison it rests on."""

from __future__ import annotations

import itertools

import pytest

from generator.decision import CRITERIA, RULES, decide

KINDS = {
    "sqlite": "relational",
    "postgresql": "relational",
    "mysql": "relational",
    "oracle": "relational",
    "mongodb": "document",
    "none": "none",
}

#: Relational databases: what the comparison says for size and app type, written out by hand.
#: Columns: no preference, convention, freedom. D = Django, F = Flask.
RELATIONAL = {
    ("small", "web"): "D D D",
    ("small", "static"): "F D F",
    ("small", "api"): "F D F",
    ("medium", "web"): "D D D",
    ("medium", "static"): "D D F",
    ("medium", "api"): "D D F",
    ("large", "web"): "D D D",
    ("large", "static"): "D D D",
    ("large", "api"): "D D D",
}
PREFERENCES = ("", "convention", "freedom")
ALL = list(
    itertools.product(KINDS, ("small", "medium", "large"), ("web", "static", "api"), PREFERENCES)
)


@pytest.mark.parametrize(("database", "size", "app_type", "preference"), ALL)
def test_every_combination_gets_the_framework_of_the_table(
    database: str, size: str, app_type: str, preference: str
) -> None:
    values = {"database": database, "size": size, "app-type": app_type}
    if preference:
        values["preference"] = preference
    expected = "F"
    if KINDS[database] == "relational":
        expected = RELATIONAL[size, app_type].split()[PREFERENCES.index(preference)]
    decision = decide(values, {"database": KINDS[database]})
    assert decision.framework == {"D": "django", "F": "flask"}[expected]


def test_each_criterion_gives_one_reason_with_side_weight_and_source() -> None:
    decision = decide(
        {"database": "sqlite", "size": "small", "app-type": "api", "preference": "freedom"},
        {"database": "relational"},
    )
    assert [reason.criterion for reason in decision.reasons] == list(CRITERIA)
    assert [(r.side, r.weight) for r in decision.reasons] == [
        ("django", 2),
        ("flask", 2),
        ("flask", 1),
        ("flask", 2),
        (None, 0),
    ]
    assert all(reason.source and reason.text for reason in decision.reasons)
    assert dict(decision.score) == {"django": 2, "flask": 5}


def test_performance_is_named_and_never_counts() -> None:
    rules = [rule for rule in RULES if rule.criterion == "performance"]
    assert [(rule.side, rule.weight) for rule in rules] == [(None, 0)]


def test_overriding_a_decisive_criterion_has_a_cost_that_is_said() -> None:
    decision = decide({"database": "none", "size": "large", "app-type": "web"})
    assert decision.framework == "flask"
    assert "admin" in decision.costs["django"][0]


def test_a_database_of_a_known_kind_needs_no_rule_of_its_own() -> None:
    decision = decide({"database": "cockroachdb", "size": "large"}, {"database": "relational"})
    assert decision.score["django"] == 4

"""Which framework fits: the rules as one table of data, and the pure function that counts them.

The source of every rule is a Django-vs-Flask comparison; each rule names the part of it that it
rests on. Weights are small whole numbers: 2 for a clear statement, 1 where the source itself
qualifies the statement, 0 for what it says must not decide.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

#: What the recommendation falls back to when both sides weigh the same.
TIE = "django"


class Rule(NamedTuple):
    """One line of the decision table.

    ``criterion`` is the axis asked about and ``values`` the layer names or kinds it speaks of.
    ``side`` is a framework id, or ``None`` when the rule speaks for neither. A ``decisive`` rule
    wins against any score; ``cost`` is what a user gives up who overrides it.
    """

    criterion: str
    values: tuple[str, ...]
    side: str | None
    weight: int
    text: str
    source: str
    decisive: bool = False
    cost: str = ""


class Reason(NamedTuple):
    """What one criterion says about the answers at hand; ``default`` is what nobody stated."""

    criterion: str
    value: str
    side: str | None
    weight: int
    text: str
    source: str
    decisive: bool = False
    default: bool = False


class Decision(NamedTuple):
    """The recommended framework, the score of each side and one reason per criterion."""

    framework: str
    score: Mapping[str, int]
    reasons: tuple[Reason, ...]
    summary: str
    costs: Mapping[str, tuple[str, ...]]


CRITERIA: Mapping[str, str] = {
    "database": "Database",
    "size": "Project size",
    "app-type": "Application type",
    "preference": "Convention or freedom",
    "performance": "Performance",
}

_ORM = "Django's ORM, admin, sessions and log-in are made for a relational database"

RULES: tuple[Rule, ...] = (
    Rule(
        "database",
        ("relational",),
        "django",
        2,
        "A relational database is what Django's ORM, migrations and admin are made for.",
        'Comparison, "Database": Django works with SQLite, PostgreSQL, MySQL and Oracle.',
    ),
    Rule(
        "database",
        ("document",),
        "flask",
        2,
        "A NoSQL database is at home in Flask, which leaves the choice of the data layer to you.",
        'Comparison, "Database": NoSQL needs a framework that does not rest on its own ORM.',
        decisive=True,
        cost=f"{_ORM}: with a document store you work through a third-party backend, without"
        " transactions and locks, and without most third-party apps.",
    ),
    Rule(
        "database",
        ("none",),
        "flask",
        2,
        "Without a database most of Django would lie idle; Flask brings nothing you do not use.",
        'Comparison, "Database": without one, Django\'s built-in parts have nothing to stand on.',
        decisive=True,
        cost=f"{_ORM}: without one there is no admin, no user table, and sessions live in"
        " signed cookies.",
    ),
    Rule(
        "size",
        ("small",),
        "flask",
        2,
        "A small, well-defined, short-lived project gains from Flask's short way to a result.",
        'Comparison, "Project size": Flask for small projects with a clear, limited scope.',
    ),
    Rule(
        "size",
        ("medium",),
        None,
        0,
        "A medium-sized project is well served by either.",
        'Comparison, "Project size": names small and large projects only.',
    ),
    Rule(
        "size",
        ("large",),
        "django",
        2,
        "Many people over a long time gain from Django's one conventional layout.",
        'Comparison, "Project size": Django for large, long-lived projects of many people.',
    ),
    Rule(
        "app-type",
        ("web",),
        "django",
        2,
        "A full-featured web application with server-side templates is Django's home ground.",
        'Comparison, "Application type": full-featured, server-side templates → Django.',
    ),
    Rule(
        "app-type",
        ("static",),
        "flask",
        2,
        "A static site needs routes and templates and little else: Flask.",
        'Comparison, "Application type": static sites → Flask.',
    ),
    Rule(
        "app-type",
        ("api",),
        "flask",
        1,
        "A REST service behind an SPA or a mobile app suits Flask (Django + DRF does it well too).",
        'Comparison, "Application type": REST services → Flask; Django with DRF works well there.',
    ),
    Rule(
        "preference",
        ("convention",),
        "django",
        2,
        "You wish for convention: every Django project looks alike.",
        'Comparison, "Layout": Django has a conventional project structure.',
    ),
    Rule(
        "preference",
        ("freedom",),
        "flask",
        2,
        "You wish for freedom of layout: Flask prescribes none.",
        'Comparison, "Layout": Flask allows an arbitrary project structure.',
    ),
    Rule(
        "performance",
        ("",),
        None,
        0,
        "Speed differs negligibly once there is input and output, so it does not count.",
        'Comparison, "Performance": Flask slightly faster, negligible in practice.',
    ),
)


def decide(
    values: Mapping[str, str],
    kinds: Mapping[str, str] | None = None,
    defaults: Collection[str] = (),
) -> Decision:
    """Weigh the answers and return the recommendation.

    ``values`` maps a criterion to the chosen layer name (``{"database": "sqlite", …}``);
    a criterion left out does not count. ``kinds`` maps a criterion to the kind of the chosen
    layer where it has one (``{"database": "relational"}``), ``defaults`` names the criteria of
    which nobody stated anything.
    """
    found = [
        (rule, _reason(rule, value, criterion in defaults))
        for criterion, value in {**values, "performance": ""}.items()
        if (rule := _rule_for(criterion, value, (kinds or {}).get(criterion, "")))
    ]
    rules = [rule for rule, _ in found]
    score = {
        side: sum(rule.weight for rule in rules if rule.side == side)
        for side in ("django", "flask")
    }
    framework, summary = _verdict(rules, score)
    return Decision(framework, score, tuple(reason for _, reason in found), summary, _costs(rules))


def _rule_for(criterion: str, value: str, kind: str) -> Rule | None:
    for rule in RULES:
        if rule.criterion == criterion and (value in rule.values or kind in rule.values):
            return rule
    return None


def _reason(rule: Rule, value: str, default: bool) -> Reason:
    return Reason(
        rule.criterion, value, rule.side, rule.weight, rule.text, rule.source, rule.decisive,
        default,
    )  # fmt: skip


def _verdict(rules: list[Rule], score: Mapping[str, int]) -> tuple[str, str]:
    for rule in rules:
        if rule.decisive and rule.side:
            return rule.side, f"{CRITERIA[rule.criterion].lower()} decides, whatever the score"
    if score["django"] == score["flask"]:
        return TIE, "a tie goes to Django: it asks for fewer decisions"
    return max(score, key=lambda side: score[side]), "the higher score"


def _costs(rules: list[Rule]) -> Mapping[str, tuple[str, ...]]:
    """Return what each framework that a decisive rule spoke against would cost."""
    lost = tuple(rule.cost for rule in rules if rule.decisive and rule.cost)
    return {side: lost for side in ("django",) if lost}

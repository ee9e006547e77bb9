"""The conversation, with a scripted user and with one who answers at random."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog import Catalog
from generator.errors import UsageError
from generator.interview import Interview
from generator.plan import make_plan
from generator.question import Question
from generator.schema import Value, Values, to_answers
from generator.sources import Stated, settle

BACK = None


class User:
    """Answers by question id; takes the default where nothing is scripted."""

    def __init__(self, **script: list[Value | None]) -> None:
        self.script = {key.replace("_", "-"): list(answers) for key, answers in script.items()}
        self.asked: list[Question] = []

    def __call__(self, question: Question) -> Value | None:
        self.asked.append(question)
        if left := self.script.get(question.id):
            return left.pop(0)
        if question.id == "review":
            return "write"
        if question.many:
            return question.default
        return "".join(question.default[:1]) or next(
            (item.value for item in question.items if not item.refusal), ""
        )

    @property
    def ids(self) -> list[str]:
        return [question.id for question in self.asked]

    def question(self, field_id: str, nth: int = 0) -> Question:
        return [question for question in self.asked if question.id == field_id][nth]


def interview(
    root: Path,
    ask: Callable[[Question], Value | None],
    orders: Values | None = None,
    wishes: Values | None = None,
    free: Callable[[str], str] = lambda name: "",
) -> dict[str, Value]:
    catalog = Catalog([root])

    def page(values: Values) -> str:
        return make_plan(to_answers(values), catalog, year=2026).command

    found = Interview(catalog, ask, free, page, page).run(Stated(orders or {}, wishes or {}))
    return settle(found, catalog)[0]


USUAL = ["name", "database", "size", "app-type", "preference", "framework", "detail", "after"]


def test_the_short_way(root: Path) -> None:
    user = User()
    values = interview(root, user)
    assert user.ids == [*USUAL, "review"]
    assert (values["framework"], values["git"], values["install"]) == ("django", True, False)


def test_every_layer_is_asked_on_demand(root: Path) -> None:
    user = User(framework=["flask"], detail=["each"], extensions=[("queue",)])
    values = interview(root, user)
    assert user.ids[7:-1] == ["licence", "auth", "extensions", "after"]
    assert values["extensions"] == ("queue",)


def test_what_is_stated_is_not_asked(root: Path) -> None:
    user = User()
    interview(root, user, {"name": "shop", "database": "mongodb"}, {"size": "large"})
    assert user.ids == ["app-type", "preference", "framework", "detail", "after", "review"]
    assert user.question("framework").items[0].value == "flask"


def test_the_recommended_choice_comes_first_with_its_reason(root: Path) -> None:
    user = User(framework=["flask"], detail=["each"], size=["large"])
    interview(root, user)
    first = user.question("auth").items[0]
    assert (first.title, first.praise) == ("Tokens", "recommended for size large")
    assert user.question("database").items[0].praise == "recommended: no server"
    assert user.question("framework").items[0].praise == "recommended: the higher score"


def test_what_cannot_be_migrated_is_not_offered(root: Path) -> None:
    user = User(framework=["flask"])
    interview(root, user)
    assert [item.value for item in user.question("after").items if item.refusal] == ["migrate"]


def test_what_does_not_fit_is_last_with_its_reason(root: Path) -> None:
    user = User(detail=["each"], database=["none"], size=["large"])
    values = interview(root, user, {"framework": "flask"})
    assert "auth" not in user.ids  # one choice is no question
    values = interview(root, user := User(detail=["each"]), {"framework": "flask"})
    assert values["auth"] == "none"


def test_a_step_back_keeps_earlier_answers(root: Path) -> None:
    user = User(database=["postgresql", "none"], size=[BACK, "large"], app_type=["api"])
    values = interview(root, user)
    assert user.ids[1:5] == ["database", "size", "database", "size"]
    assert user.question("database", 1).default == ("postgresql",)
    assert (values["database"], values["size"], values["app-type"]) == ("none", "large", "api")


def test_back_from_the_first_question_asks_it_again(root: Path) -> None:
    user = User(name=[BACK, BACK, "shop"])
    assert interview(root, user)["name"] == "shop"
    assert user.ids[:4] == ["name", "name", "name", "database"]


def test_back_from_the_review(root: Path) -> None:
    user = User(review=[BACK, "write"], after=[("git",), ("git", "install")])
    values = interview(root, user)
    assert user.question("after", 1).default == ("git",)
    assert values["install"] is True


def test_any_answer_can_be_changed_in_the_review(root: Path) -> None:
    user = User(
        review=["auth", "database", "name", "author", "files", "write"],
        auth=["tokens"], database=["sqlite", "none"], name=["one", "two"], author=["Eve"],
    )  # fmt: skip
    values = interview(root, user, {"framework": "flask"}, {"author": "Ada"})
    assert (values["name"], values["database"], values["author"]) == ("two", "none", "Eve")
    assert "auth" not in values  # it needed the database
    assert user.question("database", 1).default == ("sqlite",)


def test_a_layer_of_a_flag_can_be_unpicked_in_the_review(root: Path) -> None:
    user = User(review=["extensions", "write"], extensions=[()])
    values = interview(root, user, {"framework": "flask", "with": ("queue",), "name": "shop"})
    assert set(user.question("extensions").default) == {"cors", "queue", "redis"}
    plan = make_plan(to_answers(values), Catalog([root]), year=2026)
    assert "extensions" not in plan.by_axis


def test_what_flags_name_is_preselected_and_an_answer_says_it_anew(root: Path) -> None:
    stated: Values = {"framework": "flask", "with": ("queue", "JWT"), "without": ("cors",)}
    values = interview(root, user := User(detail=["each"]), stated)
    assert set(user.question("extensions").default) == {"queue"}
    assert user.question("auth").default == ("tokens",)
    assert values["extensions"] == ("queue",)
    user = User(detail=["each"], auth=["none"], extensions=[("cors",)])
    values = interview(root, user, stated)
    assert (values["auth"], values["extensions"]) == ("none", ("cors",))


def test_a_framework_that_lacks_what_a_flag_names_is_not_offered(root: Path) -> None:
    interview(root, user := User(), {"with": ("queue",)})
    flask, django = user.question("framework").items
    assert (flask.value, flask.refusal) == ("flask", "")
    assert django.refusal == '--with: Django has no layer "queue".'
    for stated in ({}, {"framework": "django"}):
        with pytest.raises(UsageError, match='no layer "queues"'):
            interview(root, user := User(), {"with": ("queues",), **stated})
        assert user.ids == []


def test_a_taken_folder_is_a_question(root: Path) -> None:
    user = User()
    free = lambda name: "shop-2" if name == "shop" else ""  # noqa: E731
    values = interview(root, user, {"name": "shop"}, free=free)
    assert user.ids[0] == "if-exists"
    assert values["if-exists"] == "increment"
    assert "shop-2" in user.question("if-exists").items[0].title
    interview(root, user := User(), {"name": "other"}, free=free)
    assert "if-exists" not in user.ids


@given(st.data())
def test_whatever_is_answered_ends_in_a_plan(root: Path, data: st.DataObject) -> None:
    """A user who picks, goes back and changes at random always gets a plan that fits."""
    left = [25]

    def ask(question: Question) -> Value | None:
        left[0] -= 1
        offered = [item.value for item in question.items if not item.refusal]
        if question.id == "review":
            offered.remove("quit")
            if left[0] < 0:
                return "write"
        if left[0] > 0 and data.draw(st.integers(0, 7)) == 0:
            return None
        if question.id == "name":
            return data.draw(st.sampled_from(["shop", "My Shop", "été"]))
        if not question.items:
            text = data.draw(st.sampled_from(["", "Ada", "a@b.org"]))
            return "" if question.problem(text) else text
        if question.many:
            return tuple(data.draw(st.lists(st.sampled_from(offered), unique=True)))
        return data.draw(st.sampled_from(offered))

    orders: list[Values] = [
        {}, {"framework": "flask"}, {"database": "none"}, {"with": ("queue", "postgres")},
        {"with": ("queue",), "without": ("cors", "small")}, {"without": ("sqlite", "mit")},
    ]  # fmt: skip
    favourites: list[Values] = [{}, {"auth": "jwt", "licence": "gpl", "with": ("queue",)}]
    stated, wishes = data.draw(st.sampled_from(orders)), data.draw(st.sampled_from(favourites))
    values = interview(root, ask, stated, wishes)
    plan = make_plan(to_answers(values), Catalog([root]), year=2026)
    assert plan.framework.id == values["framework"]

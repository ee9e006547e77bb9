"""The conversation: which question comes next, going back, and the review at the end.

Nothing here knows a terminal: a function ``ask`` puts one question to the user. ``prompts`` has
one with arrow keys, ``plain`` one with numbers, and tests have their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.catalog import Catalog
from generator.errors import UsageError
from generator.names import parse_name
from generator.question import Question, if_exists_question
from generator.questions import (
    choice_of,
    framework_of,
    plain_values,
    question,
    refuse_unknown,
    review_question,
)
from generator.schema import Value, Values, fields
from generator.sources import Stated, settle

#: Puts a question; returns the answer, or ``None`` to go back a step.
Ask = Callable[[Question], Value | None]

_CRITERIA = ("database", "size", "app-type")


@dataclass(frozen=True, slots=True)
class Interview:
    """Asks what is open, then shows the review until the user is content.

    ``free_name`` returns the next free name when a name is taken, else nothing. ``plan`` and
    ``files`` return what the review shows for the answers so far.
    """

    catalog: Catalog
    ask: Ask
    free_name: Callable[[str], str]
    plan: Callable[[Values], str]
    files: Callable[[Values], str]

    def run(self, stated: Stated) -> Stated:
        """Return complete answers. Raises ``KeyboardInterrupt`` when the user quits."""
        refuse_unknown(stated.orders, self.catalog)
        values, kept = dict(stated.orders), dict(stated.wishes)
        trail: list[str] = []
        page = self.plan
        while True:
            asked = self._next(values, kept)
            if asked and asked.id not in trail and _granted(asked, stated.wishes):
                values[asked.id] = kept.pop(asked.id)
                trail.append(asked.id)
                continue
            shown = values if asked else self._settled(values, stated)
            answer = self.ask(
                asked or review_question(shown, page(plain_values(shown)), self.catalog)
            )
            if answer is None:
                if trail:
                    last = trail.pop()
                    kept[last] = values.pop(last)
            elif asked:
                values = {**self._without_named(asked.id, values), asked.id: answer}
                trail.append(asked.id)
            elif answer == "write":
                wishes = {k: v for k, v in stated.wishes.items() if k not in values}
                return Stated(plain_values(values), wishes)
            elif answer == "quit":
                raise KeyboardInterrupt
            elif answer == "files":
                page = self.files
            else:
                values, page = self._changed(str(answer), shown), self.plan
                trail = [field_id for field_id in trail if field_id in values]

    def _next(self, values: Values, kept: Values) -> Question | None:
        for field_id in self._sequence(values):
            if field_id in values:
                continue
            if field_id == "if-exists":
                name = str(values["name"])
                return if_exists_question(parse_name(name).slug, self.free_name(name))
            if found := question(field_id, values, kept, self.catalog):
                return found
        return None

    def _sequence(self, values: Values) -> Iterator[str]:
        """Yield what is asked, in order; what comes depends on the answers before it."""
        yield "name"
        if self.free_name(str(values["name"])):
            yield "if-exists"
        yield from (axis.id for axis in self.catalog.shared.axes if axis.id in _CRITERIA)
        yield from ("preference", "framework", "detail")
        if values["detail"] == "each":
            axes = framework_of(values, self.catalog).axes
            yield from (axis.id for axis in axes if axis.ask)
        yield "after"

    def _settled(self, values: Values, stated: Stated) -> dict[str, Value]:
        """Return the answers with those wishes that fit them."""
        wishes = {key: value for key, value in stated.wishes.items() if key not in values}
        settled, _ = settle(Stated(plain_values(values), wishes), self.catalog)
        return {**settled, **values}

    def _changed(self, field_id: str, values: Values) -> dict[str, Value]:
        """Ask one question again and drop the answers that no longer fit."""
        rest = {key: value for key, value in values.items() if key not in (field_id, "if-exists")}
        layers = choice_of(values, framework_of(values, self.catalog)).by_axis.get(field_id)
        names = {field_id: tuple(layer.name for layer in layers)} if layers else {}
        asked = question(field_id, rest, {**values, **names}, self.catalog)
        answer = self.ask(asked) if asked else None
        if asked is None or answer is None:
            return dict(values)
        rest = self._without_named(field_id, rest)
        layered = [item.id for item in fields(self.catalog) if item.kind in ("layer", "layers")]
        changed = {key: value for key, value in rest.items() if key not in layered}
        changed[field_id] = answer
        for key in (key for key in layered if key in rest):
            try:
                trial = {**changed, key: rest[key]}
                choice_of(trial, framework_of(trial, self.catalog))
            except UsageError:
                continue
            changed[key] = rest[key]
        return changed

    def _without_named(self, field_id: str, values: Values) -> dict[str, Value]:
        """Take out of ``with`` and ``without`` what an answer to a question says anew."""
        rest = dict(values)
        for key in ("with", "without"):
            if isinstance(named := rest.get(key), tuple):
                layers = framework_of(values, self.catalog).on(field_id)
                rest[key] = tuple(
                    name for name in named if not any(layer.answers_to(name) for layer in layers)
                )
        return rest


def _granted(asked: Question, wishes: Values) -> bool:
    """Say whether a wish answers the question, so that it need not be asked."""
    wish = wishes.get(asked.id)
    named = wish if isinstance(wish, tuple) else (str(wish),)
    offered = {item.value for item in asked.items if not item.refusal}
    return wish is not None and offered.issuperset(named)

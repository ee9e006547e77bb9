"""Questions with arrow keys, for a terminal that can move its cursor."""

from __future__ import annotations

import shutil
import textwrap
from typing import Any

import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from questionary.prompts.common import Choice

from generator.question import Item, Question
from generator.schema import Value

_BACK = object()
_HINTS = {
    "one": "(Enter: take, Esc: back)",
    "many": "(Space: pick, Enter: take, Esc: back)",
}


def ask(question: Question) -> Value | None:
    """Put one question; ``None`` means a step back. Raises ``KeyboardInterrupt`` on Ctrl-C."""
    if question.intro:
        print(f"\n{question.intro}\n")
    prompt = _select(question) if question.items else _text(question)
    prompt.application.key_bindings = merge_key_bindings(
        [prompt.application.key_bindings or KeyBindings(), _own_keys()]
    )
    prompt.application.ttimeoutlen = 0.05
    answer: Any = prompt.unsafe_ask()
    if answer is _BACK:
        return None
    if question.many:
        return tuple(answer)
    return str(answer) or "".join(question.default[:1])


def _select(question: Question) -> questionary.Question:
    choices = [_choice(item, question) for item in question.items]
    if question.many:
        return questionary.checkbox(
            question.text, choices=choices, instruction=_HINTS["many"], qmark="?"
        )
    pointed = next((c for c in choices if c.value in question.default and not c.disabled), None)
    return questionary.select(
        question.text, choices=choices, default=pointed, instruction=_HINTS["one"], qmark="?"
    )


def _choice(item: Item, question: Question) -> Choice:
    """Return a choice whose title, reason and help fit the screen's width."""
    width = shutil.get_terminal_size().columns - 2
    title = item.title[: width - 4]
    reason = textwrap.wrap(f"{title} ({item.refusal})", width - 4)
    return Choice(
        title,
        value=item.value,
        description="\n    ".join(textwrap.wrap(item.help, width - 15)) or None,
        disabled="\n     ".join(reason)[len(title) + 2 : -1] or None,
        checked=question.many and item.value in question.default,
    )


def _text(question: Question) -> questionary.Question:
    """Show the default in grey where the answer goes: Enter takes it, typing replaces it."""
    default = "".join(question.default[:1])
    return questionary.text(
        question.text,
        placeholder=[("fg:ansibrightblack", default)],
        validate=lambda text: question.problem(text or default) or True,
        qmark="?",
    )


def _own_keys() -> KeyBindings:
    """Esc goes back; a signal from outside interrupts, which questionary leaves open."""
    keys = KeyBindings()

    @keys.add("escape", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=_BACK)

    @keys.add("<sigint>")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    return keys

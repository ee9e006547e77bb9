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
#: What the keys do, the longer first: the first that fits beside the question is shown.
_HINTS = {
    False: ("(↑ ↓ Enter, Esc: back)", "(Esc: back)", " "),
    True: ("(↑ ↓, Space: pick, Enter: done, Esc: back)", "(Space: pick)", " "),
}


class Prompts:
    """Puts questions one below the other; a step back takes the last answer off the screen."""

    def __init__(self) -> None:
        self._lines: list[int] = []

    def __call__(self, question: Question) -> Value | None:
        """Put one question; ``None`` means a step back. Raises ``KeyboardInterrupt`` on Ctrl-C."""
        intro = f"\n{question.intro}\n" if question.intro else ""
        if intro:
            print(intro)
        answer = _answer(question)
        if answer is _BACK:
            _erase(_height(intro) + (self._lines.pop() if self._lines else 0))
            return None
        value = tuple(answer) if question.many else str(answer) or "".join(question.default[:1])
        self._lines.append(_height(intro) + _height(_told(question, value)))
        return value


def _answer(question: Question) -> Any:
    prompt = _select(question) if question.items else _text(question)
    prompt.application.key_bindings = merge_key_bindings(
        [prompt.application.key_bindings or KeyBindings(), _own_keys()]
    )
    prompt.application.ttimeoutlen = 0.05
    prompt.application.erase_when_done = True
    return prompt.unsafe_ask()


def _told(question: Question, value: Value) -> str:
    """Leave a question with its answer on the screen, and return what stands there."""
    chosen = value if isinstance(value, tuple) else (str(value),)
    titles = {item.value: item.title for item in question.items}
    said = " ".join(", ".join(titles.get(name, name) for name in chosen).split()) or "none"
    questionary.print("? ", style="fg:#5f819d", end="")
    questionary.print(f"{question.text} ", style="bold", end="")
    questionary.print(said, style="fg:#FF9D00 bold")
    return f"? {question.text} {said}"


def _height(text: str) -> int:
    """Return how many lines of the screen a text takes."""
    columns = shutil.get_terminal_size().columns
    return sum(max(1, -(-len(line) // columns)) for line in text.split("\n")) if text else 0


def _erase(lines: int) -> None:
    """Take the last lines off the screen."""
    if lines:
        print(f"\x1b[{lines}A\x1b[J", end="", flush=True)


def _select(question: Question) -> questionary.Question:
    choices = [_choice(item, question) for item in question.items]
    hint = _hint(question)
    if question.many:
        return questionary.checkbox(question.text, choices=choices, instruction=hint, qmark="?")
    pointed = next((c for c in choices if c.value in question.default and not c.disabled), None)
    return questionary.select(
        question.text, choices=choices, default=pointed, instruction=hint, qmark="?"
    )


def _hint(question: Question) -> str:
    room = shutil.get_terminal_size().columns - len(question.text) - 4
    return next((hint for hint in _HINTS[question.many] if len(hint) <= room), " ")


def _choice(item: Item, question: Question) -> Choice:
    """Return a choice whose title, remark and help fit the screen's width."""
    width = shutil.get_terminal_size().columns - 2
    title = item.title if len(item.title) <= width - 4 else f"{item.title[: width - 5]}…"
    remark = "\n     ".join(textwrap.wrap(f"{title} ({item.remark})", width - 4))[len(title) :]
    return Choice(
        title if item.refusal or not item.praise else [("", title), ("class:instruction", remark)],
        value=item.value,
        description="\n    ".join(textwrap.wrap(item.help, width - 15)) or None,
        disabled=remark[2:-1] if item.refusal else None,
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

"""Questions as numbered lines, for screen readers, dumb terminals and logs (``--plain``)."""

from __future__ import annotations

from generator.question import Item, Question
from generator.schema import Value


def ask(question: Question) -> Value | None:
    """Put one question; ``None`` means a step back. Raises ``KeyboardInterrupt`` at the end."""
    if question.intro:
        print(f"\n{question.intro}")
    print(f"\n{question.text}")
    digits = len(str(len(question.items)))
    for number, item in enumerate(question.items, 1):
        print(f"  {number:>{digits}}. {_line(item)}")
    while True:
        answer = _read(_invitation(question))
        if answer.lower() in ("b", "back"):
            return None
        value, problem = _parsed(answer, question)
        if not problem:
            return value
        print(f"  {problem}")


def _line(item: Item) -> str:
    if item.refusal:
        return f"{item.title} – not on offer: {item.refusal}"
    praised = f"{item.title} ({item.praise})" if item.praise else item.title
    return f"{praised} – {item.help}" if item.help else praised


def _invitation(question: Question) -> str:
    if not question.items:
        proposed = "".join(question.default[:1])
        return f"Text{f' [{proposed}]' if proposed else ''}, or b to go back: "
    usual = [str(n) for n, item in enumerate(question.items, 1) if item.value in question.default]
    if question.many:
        return f"Numbers with spaces, 0 for none [{' '.join(usual) or '0'}], or b to go back: "
    return f"Number [{(usual or ['1'])[0]}], or b to go back: "


def _read(invitation: str) -> str:
    try:
        return input(invitation).strip()
    except EOFError:
        raise KeyboardInterrupt from None


def _parsed(answer: str, question: Question) -> tuple[Value, str]:
    """Return the answer's value, and what is wrong with it."""
    if not question.items:
        text = answer or "".join(question.default[:1])
        return text, question.problem(text)
    if question.many and answer == "0":
        return (), ""
    if not answer:
        return (question.default, "") if question.many else (_usual(question), "")
    words = answer.replace(",", " ").split()
    if not question.many and len(words) > 1:
        return "", "One number, please."
    picked = []
    for word in words:
        number = int(word) if word.isascii() and word.isdigit() else 0
        if not 1 <= number <= len(question.items):
            return "", f'"{word}" is not a number from 1 to {len(question.items)}.'
        item = question.items[number - 1]
        if item.refusal:
            return "", f"{item.title} is not on offer: {item.refusal}"
        picked.append(item.value)
    return (tuple(dict.fromkeys(picked)), "") if question.many else (picked[0], "")


def _usual(question: Question) -> str:
    offered = [item.value for item in question.items if not item.refusal]
    return next((value for value in question.default if value in offered), offered[0])

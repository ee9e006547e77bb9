"""One question as a record, and the questions that no axis makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Item:
    """One choice of a question.

    ``praise`` says that, and why, it is recommended; ``refusal`` why it cannot be taken.
    """

    value: str
    title: str
    help: str = ""
    praise: str = ""
    refusal: str = ""

    @property
    def remark(self) -> str:
        """What stands beside the title."""
        return self.refusal or self.praise


@dataclass(frozen=True, slots=True)
class Question:
    """One question: free text without items, else one or several of them.

    ``default`` holds the preselected values, or the proposed text.
    """

    id: str
    text: str
    items: tuple[Item, ...] = ()
    many: bool = False
    default: tuple[str, ...] = ()
    intro: str = ""
    problem: Callable[[str], str] = field(default=lambda text: "")


#: Asked besides fields: how closely to ask, and what to do after writing.
FIXED = {
    "preference": Question(
        "preference",
        "Convention, or freedom of layout?",
        (
            Item("", "Neither matters"),
            Item("convention", "Convention", "Everything has its usual place: speaks for Django."),
            Item("freedom", "Freedom", "You lay the project out yourself: speaks for Flask."),
        ),
    ),
    "detail": Question(
        "detail",
        "And the layers?",
        (
            Item("defaults", "The recommended ones", "You can change each on the next page."),
            Item("each", "Let me choose each"),
        ),
    ),
    "after": Question(
        "after",
        "What should happen after writing?",
        (
            Item("git", "Git", "Make a repository with a first commit."),
            Item("install", "Install", "Install the dependencies: with uv, else venv and pip."),
            Item("migrate", "Migrate", "Bring the database up; it has to be reachable."),
        ),
        many=True,
        default=("git",),
    ),
}


def if_exists_question(folder: str, free_name: str) -> Question:
    """Ask what to do with a folder that is in the way."""
    items = (
        Item("increment", f'Take another name: "{free_name}"'),
        Item("ask", "Write into it", "For each file that differs: skip, overwrite, or look."),
        Item("replace", "Replace all of it", "You confirm by typing the name."),
    )
    return Question("if-exists", f'"{folder}" exists and is not empty. What now?', items)

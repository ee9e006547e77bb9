"""Asking before anything that exists is touched."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from pathlib import Path

from generator.interview import Ask
from generator.question import Item, Question

_ITEMS = (
    Item("skip", "Keep the old file"),
    Item("overwrite", "Overwrite it"),
    Item("difference", "See the difference"),
    Item("skip all", "Keep this and all others that differ"),
    Item("overwrite all", "Overwrite this and all others that differ"),
)


@dataclass(slots=True)
class Conflicts:
    """Asks about one file after the other; a step back asks again."""

    ask: Ask
    rest: str = field(default="")

    def __call__(self, path: str, old: Path, new: Path) -> bool:
        """Say whether to overwrite a file that exists and differs."""
        intro = ""
        while not self.rest:
            text = f'"{path}" exists and differs. What now?'
            answer = self.ask(Question("conflict", text, _ITEMS, intro=intro))
            if answer in ("skip", "overwrite"):
                return answer == "overwrite"
            if answer == "difference":
                intro = difference(path, old, new)
            elif answer is not None:
                self.rest = str(answer)
        return self.rest == "overwrite all"

    def confirm_replacing(self, target: Path) -> None:
        """Have the folder's name typed. Raises ``KeyboardInterrupt`` on a step back."""
        question = Question(
            "confirm",
            f'Everything in "{target}" will be deleted. Type "{target.name}" to agree:',
            problem=lambda text: "" if text == target.name else f'Type "{target.name}", or Esc.',
        )
        if self.ask(question) is None:
            raise KeyboardInterrupt


def difference(path: str, old: Path, new: Path) -> str:
    """Return the unified difference between two files."""
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in (old, new)]
    lines = difflib.unified_diff(
        texts[0].splitlines(), texts[1].splitlines(), f"old {path}", f"new {path}", lineterm=""
    )
    return "\n".join(lines)

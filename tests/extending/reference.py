"""Writes the reference of manifests and slots: ``python -m tests.extending.reference``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.catalog import Catalog, Framework
from generator.extending.keys import MANIFESTS
from generator.extending.origins import Place, SlotFacts, slots_of
from generator.reading import PROJECT_FOLDER
from generator.roots import built_in_root

DOCS = Path(__file__).parents[2] / "docs"
TUTORIAL, SLOTS = DOCS / "extending.md", DOCS / "slots.md"
START, END = (
    "<!-- keys: written by `python -m tests.extending.reference` -->\n",
    "<!-- end of keys -->",
)


def tutorial(text: str) -> str:
    """Return the tutorial's text with the keys as the sources have them now."""
    before, _, rest = text.partition(START)
    return f"{before}{START}\n{keys()}\n\n{END}{rest.partition(END)[2]}"


def keys() -> str:
    """Return every key of every manifest as Markdown tables."""
    return "\n\n".join(
        "\n".join(
            [
                f"### {name}",
                "",
                "| key | meaning | example |",
                "|---|---|---|",
                *(
                    f"| `{key}` | {about.text} | `{about.example}` |"
                    for key, about in table.items()
                ),
            ]
        )
        for name, table in MANIFESTS.items()
    )


def slots() -> str:
    """Return every slot of every framework as Markdown tables."""
    frameworks = Catalog([built_in_root()]).frameworks()
    return "\n".join(
        [
            "# Slots",
            "",
            "Written by `python -m tests.extending.reference`; see also `whichway list --slots`.",
            "",
            "**m**: any number of layers may fill it. **s**: with a blank line between them.",
            *(line for framework in frameworks for line in _table(framework)),
            "",
        ]
    )


def _table(framework: Framework) -> Iterable[str]:
    yield from [
        "",
        f"## {framework.title}",
        "",
        "| slot | | where | filled by |",
        "|---|---|---|---|",
    ]
    for slot in slots_of(framework):
        words = "m" * slot.many + "s" * slot.spaced
        yield f"| `{slot.name}` | {words} | {_places(slot)} | {_fillers(slot)} |"


def _places(slot: SlotFacts) -> str:
    return ", ".join(dict.fromkeys(map(_place, slot.declared)))


def _place(place: Place) -> str:
    """Return the file of a project that a slot stands in, or the layer whose fill declares it."""
    _, folder, path = place.source.rpartition(":")[0].partition(f"{PROJECT_FOLDER}/")
    return f"`{path}`" if folder else f"fills of {place.layer}"


def _fillers(slot: SlotFacts) -> str:
    layers = list(dict.fromkeys(place.layer for place in slot.filled))
    return ", ".join([*(["the plan: " + slot.provided] if slot.provided else []), *layers])


if __name__ == "__main__":
    TUTORIAL.write_text(tutorial(TUTORIAL.read_text(encoding="utf-8")), encoding="utf-8")
    SLOTS.write_text(slots(), encoding="utf-8")

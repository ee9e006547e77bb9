"""Import blocks of composed Python modules: merging, sorting and writing them.

The order is that of ruff's ``isort`` rules with their defaults, so that a composed module passes
the very check that its owner will run.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from generator.errors import TemplateError

LINE_LENGTH = 88

#: One statement without anything rare: read many times as fast as by Python's parser.
_PLAIN = re.compile(r"(?:from\s+(\.*)([\w.]*)\s+)?import\s+\(?([\w\s.,]+)\)?\s*")


class Import(NamedTuple):
    """One imported name; ``name`` is empty for ``import module``. ``level`` counts dots."""

    module: str
    name: str = ""
    alias: str = ""
    level: int = 0
    comment: str = ""

    @property
    def binds(self) -> str:
        """The name that the statement binds in the importing module."""
        return self.alias or self.name or self.module.partition(".")[0]


def parse_imports(statements: Iterable[str]) -> list[Import]:
    """Return the names that import statements import."""
    return [item for text in statements for item in _parse(text)]


@lru_cache(maxsize=8192)
def _parse(text: str) -> tuple[Import, ...]:
    comments = re.findall(r"#.*", text)
    comment = comments[0].strip() if comments else ""
    plain = _PLAIN.fullmatch(re.sub(r"#.*", "", text) if comments else text)
    words = [name.split() for name in plain[3].split(",")] if plain else []
    if not plain or any(word[1:2] not in ([], ["as"]) for word in words):
        try:
            nodes = ast.parse(text).body
        except SyntaxError as error:
            line = " ".join(text.split())
            raise TemplateError(f'The import "{line}" is not valid Python: {error.msg}.') from None
        found = (node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom))
        return tuple(item for node in found for item in imported_by(node, comment))
    names = [(word[0], word[-1] if word[1:] else "") for word in words if word]
    if plain[1] is None:
        return tuple(Import(name, "", alias, 0, comment) for name, alias in names)
    return tuple(Import(plain[2], name, alias, len(plain[1]), comment) for name, alias in names)


def imported_by(node: ast.Import | ast.ImportFrom, comment: str = "") -> list[Import]:
    """Return what one parsed import statement imports."""
    if isinstance(node, ast.Import):
        return [Import(n.name, alias=n.asname or "", comment=comment) for n in node.names]
    return [
        Import(node.module or "", n.name, n.asname or "", node.level, comment) for n in node.names
    ]


def import_block(imports: Iterable[Import], first_party: Collection[str]) -> str:
    """Write an import block: sections in isort's order, one blank line between them."""
    sections: dict[int, list[Import]] = {}
    for item in sorted(set(imports)):
        sections.setdefault(_section(item, first_party), []).append(item)
    return "\n\n".join(
        "\n".join(_section_lines(items)) for _, items in sorted(sections.items()) if items
    )


def _section(item: Import, first_party: Collection[str]) -> int:
    top = item.module.partition(".")[0]
    if item.level:
        return 4
    if top == "__future__":
        return 0
    if top in first_party:
        return 3
    return 1 if top in sys.stdlib_module_names else 2


def _section_lines(items: list[Import]) -> Iterable[str]:
    plain = sorted((i for i in items if not i.name), key=lambda i: _natural(i.module))
    for item in plain:
        alias = f" as {item.alias}" if item.alias else ""
        yield _commented(f"import {item.module}{alias}", item.comment)
    yield from _from_lines([i for i in items if i.name])


def _from_lines(items: list[Import]) -> Iterable[str]:
    groups: dict[tuple[int, str, str], list[Import]] = {}
    for item in items:
        alone = f"{item.name} as {item.alias}" if item.alias else ""
        groups.setdefault((item.level, item.module, alone), []).append(item)
    ordered = sorted(
        groups.items(),
        key=lambda entry: (
            -entry[0][0],
            _natural(entry[0][1]),
            min(_member(item.name) for item in entry[1]),
        ),
    )
    for (level, module, alone), members in ordered:
        names = [alone] if alone else sorted({i.name for i in members}, key=_member)
        comment = next((i.comment for i in members if i.comment), "")
        yield _from_line("." * level + module, names, comment)


def _from_line(module: str, names: list[str], comment: str) -> str:
    line = _commented(f"from {module} import {', '.join(names)}", comment)
    if len(line) <= LINE_LENGTH or (comment and len(names) == 1):
        return line
    body = "".join(f"    {name},\n" for name in names)
    return _commented(f"from {module} import (", comment) + f"\n{body})"


def _commented(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line


def _natural(text: str) -> tuple[tuple[int, str, int], ...]:
    """A sort key by which ``v10`` follows ``v9``, whatever the case."""
    parts = re.findall(r"\d+|\D+", text.lower())
    return tuple((0, "", int(p)) if p.isdigit() else (1, p, 0) for p in parts)


def _member(name: str) -> tuple[int, tuple[tuple[int, str, int], ...], str]:
    if name.isupper() and len(name) > 1:
        kind = 0
    elif name[:1].isupper():
        kind = 1
    else:
        kind = 2
    return kind, _natural(name), name

"""From a plan to one ordinary cookiecutter template, in memory."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.blank_lines import normalized
from generator.errors import TemplateError
from generator.first_party import first_party_names, resolve_missing
from generator.imports import Import, parse_imports
from generator.modules import outline, with_imports
from generator.overlay import Source, all_slots, own_fragments, project_files
from generator.plan import Plan
from generator.provided import PROVIDED, provided_fragments
from generator.slots import Filled, Fragment, declared_slots, fill

_JINJA = ("{{", "{%", "{#")


class Composition(NamedTuple):
    """A composed cookiecutter template: its files by path and its context."""

    files: Mapping[str, Source]
    context: Mapping[str, str]


def compose(plan: Plan, *, proven: bool = False) -> Composition:
    """Overlay the plan's layers and fill their slots.

    ``proven`` says that our tests have seen these templates: whether a fragment has a slot in some
    other plan, modules import each other or use a name that nobody defines, is not looked up then.
    Raises ``TemplateError`` when layers contradict each other or break a rule of the format.
    """
    sources = project_files(plan.contributions)
    fragments = _fragments(plan)
    filled = {path: _filled(source, fragments) for path, source in sources.items()}
    if not proven:
        _refuse_undeclared(plan, fragments, filled.values())
    finished = _finished(_without_skeletons(filled), proven=proven)
    patterns = [pattern for layer in plan.contributions for pattern in layer.copy_only]
    return Composition(
        {path: _marked(source, patterns) for path, source in sorted(finished.items())}, plan.context
    )


def _fragments(plan: Plan) -> Mapping[str, Sequence[Fragment]]:
    """Collect the fragments of all layers; a later folder of one layer replaces its own."""
    found: dict[str, list[Fragment]] = {}
    for fragment in provided_fragments(plan):
        found.setdefault(fragment.slot, []).append(fragment)
    for layer in plan.contributions:
        for slot, fragment in own_fragments(layer).items():
            found.setdefault(slot, []).append(fragment)
    return found


def _refuse_undeclared(
    plan: Plan, fragments: Mapping[str, Sequence[Fragment]], filled: Iterable[_Filled]
) -> None:
    """A fragment whose slot this plan does not open is dropped; some layer must declare it."""
    opened = {fragment.slot for item in filled if item.result for fragment in item.result.used}
    dropped = [slot for slot in fragments if slot not in opened and slot not in PROVIDED]
    for slot in dropped:
        if slot not in all_slots(plan.framework):
            raise TemplateError(
                f"{fragments[slot][0].source}: no template of {plan.framework.id} declares the"
                f' slot "{slot}".'
            )


class _Filled(NamedTuple):
    source: Source
    result: Filled | None
    imports: tuple[Import, ...] = ()

    @property
    def is_skeleton(self) -> bool:
        """Whether every slot stayed empty and nothing but comments and imports is left.

        An ``__init__.py`` says something even then: that its folder is a package.
        """
        result = self.result
        if result is None or not result.declared or result.used:
            return False
        if self.source.path.endswith("__init__.py"):
            return False
        if self.source.path.endswith(".py"):
            return outline(result.text, self.source.path).bare
        starts = ("#", "<!--", "//", "/*", "{#")
        lines = [line.strip() for line in result.text.splitlines()]
        return all(not line or line.startswith(starts) for line in lines)


def _filled(source: Source, fragments: Mapping[str, Sequence[Fragment]]) -> _Filled:
    if source.text is None or "slot:" not in source.text:
        return _Filled(source, None)
    return _filled_with(source, source.text, tuple(_claims(source.text, fragments).items()))


def _claims(
    text: str, fragments: Mapping[str, Sequence[Fragment]]
) -> Mapping[str, tuple[Fragment, ...]]:
    """Return the fragments that a text can take, through the slots of fragments as well."""
    found: dict[str, tuple[Fragment, ...]] = {}
    texts = [text]
    while texts:
        for slot in _slot_names(texts.pop()):
            if slot in fragments and slot not in found:
                found[slot] = tuple(fragments[slot])
                texts += [fragment.text for fragment in found[slot]]
    return found


@lru_cache(maxsize=8192)
def _slot_names(text: str) -> tuple[str, ...]:
    return tuple(slot.name for slot in declared_slots(text)) if "slot:" in text else ()


@lru_cache(maxsize=32768)
def _filled_with(
    source: Source, text: str, claims: tuple[tuple[str, tuple[Fragment, ...]], ...]
) -> _Filled:
    """Fill a file. Many plans fill a file alike, so the results are kept."""
    python = source.path.endswith(".py")
    result = fill(text, dict(claims), path=source.path, hoist=python)
    return _Filled(
        source._replace(text=result.text, fills=result.used),
        result,
        tuple(parse_imports(result.imports)),
    )


def _without_skeletons(filled: Mapping[str, _Filled]) -> dict[str, _Filled]:
    """Drop files of which nothing is left, and packages that are empty because of that."""
    kept = {path: item for path, item in filled.items() if not item.is_skeleton}
    dropped = {path.rpartition("/")[0] for path in filled if path not in kept}
    for folder in dropped - {""}:
        inside = [path for path in kept if path.startswith(f"{folder}/")]
        initial = f"{folder}/__init__.py"
        if inside == [initial] and outline(kept[initial].source.text or "", initial).bare:
            del kept[initial]
    return kept


def _finished(kept: Mapping[str, _Filled], *, proven: bool) -> Mapping[str, Source]:
    """Write the import blocks and blank lines of the modules whose slots were filled."""
    first_party = first_party_names(kept)
    modules = {
        path: _merged(item.source.text or "", item.imports, first_party)
        for path, item in kept.items()
        if path.endswith(".py") and item.source.text is not None
    }
    composed = {path for path in modules if kept[path].result}
    for path, imports in resolve_missing(modules, composed, proven=proven).items():
        modules[path] = _merged(modules[path], tuple(imports), first_party)
    return {
        path: item.source._replace(text=_normalized(modules[path]))
        if path in modules and (item.result or modules[path] != item.source.text)
        else item.source
        for path, item in kept.items()
    }


@lru_cache(maxsize=8192)
def _merged(text: str, imports: tuple[Import, ...], first_party: frozenset[str]) -> str:
    return with_imports(text, imports, first_party) if imports else text


@lru_cache(maxsize=8192)
def _normalized(text: str) -> str:
    return normalized(text)


def _marked(source: Source, copy_only: Iterable[str]) -> Source:
    """Tell a file that Jinja has to render from one that only looks like it."""
    if source.text is None or not _has_jinja(source.text):
        return source
    verbatim = any(fnmatch.fnmatch(source.path, pattern) for pattern in copy_only)
    return source._replace(templated=not verbatim, verbatim=verbatim)


@lru_cache(maxsize=32768)
def _has_jinja(text: str) -> bool:
    return any(sign in text for sign in _JINJA)

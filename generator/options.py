"""The schema's fields as Click options, and the catalogue that they are made from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.catalog import Catalog
from generator.roots import STATED, template_roots
from generator.schema import Field, fields, layers_of, names_of
from generator.sources import configured_templates, presets

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

#: Up to so many values are named in the usage itself.
_FEW = 6


def catalog(stated: Iterable[str] = ()) -> Catalog:
    """Return the menu of all template roots in force, those of ``--templates`` included."""
    context = click.get_current_context(silent=True)
    remembered = tuple(context.meta.get(STATED, ())) if context else ()
    stated = tuple(dict.fromkeys((*remembered, *stated)))
    return cached_catalog(stated, configured_templates())


@lru_cache(maxsize=8)
def cached_catalog(stated: tuple[str, ...], configured: tuple[Path, ...]) -> Catalog:
    """Return the catalogue over our roots, the user's own and those stated."""
    return Catalog(template_roots(stated, configured))


class FieldOption(click.Option):
    """An option that states one field; what it may name is looked up only for help."""

    def __init__(self, field: Field) -> None:
        switch = field.kind == "switch"
        super().__init__(
            [
                *filter(None, [field.short]),
                f"--{field.id}/--no-{field.id}" if switch else f"--{field.id}",
                field.key,
            ],
            help=field.help,
            default=None,
            multiple=field.kind in ("layers", "list"),
            envvar=field.variable,
            shell_complete=lambda *given: complete(field, given[2]),
            is_flag=switch,
        )
        self.field = field

    def make_metavar(self, ctx: click.Context) -> str:
        names = names_of(self.field, catalog())
        if self.field.kind == "list":
            return "DIR"
        return "|".join(names) if 0 < len(names) <= _FEW else self._metavar(names)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        self.help = self.field.help + self._valid()
        return super().get_help_record(ctx)

    def _metavar(self, names: tuple[str, ...]) -> str:
        return "LAYER" if names else "TEXT"

    def _valid(self) -> str:
        names = names_of(self.field, catalog()) if self.field.axis else ()
        frameworks = catalog().frameworks()
        with_it = [framework.title for framework in frameworks if framework.axis(self.field.id)]
        partial = self.field.axis and len(with_it) < len(frameworks)
        for_one = f" ({', '.join(with_it)} only)" if partial else ""
        return for_one + (f" One of: {', '.join(names)}." if len(names) > _FEW else "")


def field_options(*, of_run: bool) -> list[click.Parameter]:
    """Return an option for every field but the name, with or without those of the run."""
    return [option for option in _options(catalog()) if option.field.of_run <= of_run]


@lru_cache(maxsize=8)
def _options(menu: Catalog) -> tuple[FieldOption, ...]:
    return tuple(FieldOption(field) for field in fields(menu) if field.id != "name")


def complete(field: Field, incomplete: str) -> list[CompletionItem]:
    """Return what a shell may propose for a field, with one line of help each."""
    from click.shell_completion import CompletionItem

    if field.id == "output-dir" or field.kind == "list":
        return [CompletionItem(incomplete, type="dir")]
    helps = {layer.name: layer.summary or layer.title for layer in layers_of(field, catalog())}
    return [
        CompletionItem(name, help=helps.get(name, ""))
        for name in names_of(field, catalog())
        if name.startswith(incomplete)
    ]


def complete_preset(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return the presets that begin as typed."""
    return [name for name in sorted(presets(catalog())) if name.startswith(incomplete)]

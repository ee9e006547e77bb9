"""A plan as a plain cookiecutter template that a team can take and go its own way with."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from generator.compose import Composition, compose
from generator.data import print_json
from generator.equivalent import shell_command
from generator.options import catalog
from generator.overlay import Source
from generator.plan import make_plan
from generator.render import write_template
from generator.schema import to_answers
from generator.sources import Stated, settle
from generator.staging import written_whole

#: The variables that whoever uses the template is asked for; all others become plain text.
ASKED = ("project_name", "project_slug", "package", "description", "author", "email", "year")

#: How stock cookiecutter derives one variable from another, where it gives what we derived.
_DERIVED = {
    "project_slug": "{{ cookiecutter.project_name | slugify }}",
    "package": "{{ cookiecutter.project_slug | replace('-', '_') }}",
}


def compose_stated(given: Stated) -> Composition:
    """Plan and compose what is stated, with a name if there is none."""
    menu = catalog(given.get("templates", ()))
    values, aside = settle(given, menu)
    for note in aside:
        click.echo(f"Note: {note}", err=True)
    answers = to_answers({"name": "my-project", **values})
    return compose(make_plan(answers, menu, year=datetime.now(UTC).year))


def export_plan(given: Stated, folder: Path, *, as_json: bool) -> None:
    """Export what is stated, and say how to use it."""
    composition = compose_stated(given)
    export(composition, folder)
    command = shell_command(["cookiecutter", str(folder)])
    if as_json:
        print_json({"target": str(folder), "files": list(composition.files), "command": command})
    else:
        click.echo(f"Wrote {folder}. Next:\n\n  {command}")


def export(composition: Composition, folder: Path) -> None:
    """Write a composition as a cookiecutter template, whole or not at all.

    Stock ``cookiecutter`` renders it to the very project that we would write. Raises ``Refused``
    when ``folder`` exists and is not empty, or cannot be written.
    """
    context = composition.context
    files = {path: _settled(source, context) for path, source in composition.files.items()}
    kept = {name: value for name, value in context.items() if name in ASKED or _uses(files, name)}
    with written_whole(folder) as staging:
        write_template(Composition(files, kept), staging)
        _derive(staging / "cookiecutter.json", context)


def _settled(source: Source, context: Mapping[str, str]) -> Source:
    """Write out the variables that are none of the user's business."""
    if not source.templated or source.text is None:
        return source

    def value(found: re.Match[str]) -> str:
        text = context.get(found[1], "{{")
        return found[0] if found[1] in ASKED or re.search(r"\{[{%#]", text) else text

    text = re.sub(r"\{\{\s*cookiecutter\.(\w+)\s*\}\}", value, source.text)
    return source._replace(text=text, templated=bool(re.search(r"\{[{%#]", text)))


def _uses(files: Mapping[str, Source], name: str) -> bool:
    return any(f"cookiecutter.{name}" in (s.text or "") for s in files.values() if s.templated)


def _derive(file: Path, context: Mapping[str, str]) -> None:
    """Let the slug follow the name, and the package the slug, for the next project too."""
    from slugify import slugify  # cookiecutter's own dependency, and what its filter calls

    table = json.loads(file.read_text(encoding="utf-8"))
    results = {
        "project_slug": slugify(context["project_name"]),
        "package": context["project_slug"].replace("-", "_"),
    }
    for name, value in table.items():
        if isinstance(value, str) and re.search(r"\{[{%#]", value):
            table[name] = f"{{{{ {json.dumps(value)} }}}}"  # cookiecutter renders defaults too
    table |= {name: _DERIVED[name] for name, value in results.items() if context[name] == value}
    file.write_text(json.dumps(table, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")

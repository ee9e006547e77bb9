"""Every key of the manifests in words, with an example: for the reference and for new layers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """What a key of a manifest means, and a line that uses it."""

    text: str
    example: str


FRAMEWORK: Mapping[str, Key] = {
    "title": Key("The name people know.", 'title = "FastAPI"'),
    "summary": Key("One line for `whichway list`.", 'summary = "Typed APIs on Starlette."'),
    "website": Key("Where to read more.", 'website = "https://fastapi.tiangolo.com/"'),
}

AXIS: Mapping[str, Key] = {
    "title": Key("What the choice is called in summaries.", 'title = "Logging"'),
    "prompt": Key("The question at the prompt.", 'prompt = "Where do the logs go?"'),
    "summary": Key("One line for the flag's help and the lists.", 'summary = "Where logs go."'),
    "after": Key(
        "The axis, or axes, that come before this one: conditions may only speak of those.",
        'after = "app-type"',
    ),
    "many": Key("Any number of layers may be chosen instead of exactly one.", "many = true"),
    "ask": Key(
        "`false`: never asked; the layer whose `when` holds is taken, as the ORM follows from"
        " the database.",
        "ask = false",
    ),
    "order": Key(
        "The layers in the order people think of them; others follow by name, `none` comes last.",
        'order = ["plain", "json"]',
    ),
    "when": Key("The axis exists only where this holds.", 'when = { app-type = ["api", "web"] }'),
    "default": Key(
        "What is taken unless somebody chooses: of an exclusive axis the first entry that fits,"
        " of a `many` axis every one. `why` is what people read beside it.",
        'default = [{ layer = "json", when = { size = "large" } },'
        ' { layer = "plain", why = "easy to read" }]',
    ),
}

LAYER: Mapping[str, Key] = {
    "title": Key("The name people know.", 'title = "Acme logging"'),
    "summary": Key(
        "One line for prompts, help and lists, at most 100 letters: what it is good for.",
        'summary = "Sends the log to Acme\'s collector, with the request\'s id."',
    ),
    "kind": Key(
        "A second name that conditions may use for all layers alike: `relational`.",
        'kind = "relational"',
    ),
    "aliases": Key("Further names by which `--with` finds it.", 'aliases = ["acme-logging"]'),
    "notices": Key(
        "What to tell people who use one of the aliases.",
        'notices = { old-log = "old-log is retired; acme-log replaces it." }',
    ),
    "when": Key(
        "Where it is on offer: every axis named must have one of the values, layer names or"
        " kinds; `!x` excludes.",
        'when = { app-type = ["api", "web"], database = "!none" }',
    ),
    "why": Key("What people read where `when` does not hold.", 'why = "It logs requests."'),
    "requires": Key("Layers that come along.", 'requires = ["extensions/redis"]'),
    "conflicts": Key("Layers that it cannot stand beside.", 'conflicts = ["extensions/sentry"]'),
    "dependencies": Key(
        "What the project needs: a name, whose version stands in a versions.toml, or a whole"
        " requirement.",
        'dependencies = ["python-json-logger>=4,<5"]',
    ),
    "dev-dependencies": Key(
        "What its tests and tools need, likewise.", 'dev-dependencies = ["types-requests"]'
    ),
    "used-as": Key(
        "Words in which a dependency shows where it is used, if its module has another name.",
        'used-as = { python-json-logger = ["pythonjsonlogger"] }',
    ),
    "requires-python": Key("The oldest Python; the strictest wins.", 'requires-python = ">=3.12"'),
    "copy-only": Key(
        "Project paths (`*` matches anything) that keep their `{{ }}`: they are not rendered.",
        'copy-only = ["templates/*"]',
    ),
    "leaves-out": Key(
        "Axes that say nothing in a plan with this layer, each with the reason people read.",
        'leaves-out = { database = "A static site keeps nothing." }',
    ),
    "move": Key(
        "For layouts: top-level folders of the project that land elsewhere, whoever ships them.",
        'move = { templates = "app/templates" }',
    ),
    "serve": Key("The command that serves the project; the last layer wins.",
                 'serve = "uv run flask run"'),
    "migrate": Key("The command that brings the database up to date; the last layer wins.",
                   'migrate = "uv run flask db upgrade"'),
    "urls": Key("Pages to open once it serves.", 'urls = ["http://127.0.0.1:5000/logs"]'),
    "next-steps": Key(
        "Further commands for the end screen.", 'next-steps = ["uv run acme login"]'
    ),
    "words": Key(
        "Lower-case words that appear nowhere in a project without this layer; checks see to it.",
        'words = ["acme_log"]',
    ),
}  # fmt: skip

#: The manifests by file name, with their keys.
MANIFESTS = {"framework.toml": FRAMEWORK, "axis.toml": AXIS, "layer.toml": LAYER}

"""From answers to a plan: everything needed to render, nothing done yet."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator import __version__
from generator.answers import AUTO, Answers
from generator.catalog import Catalog, Framework, extensions
from generator.choose import Choice, choose, group, unknown_to
from generator.decision import CRITERIA, Decision, decide
from generator.equivalent import equivalent_command
from generator.errors import TemplateError, UsageError, no_such
from generator.layers import Layer
from generator.names import Name, parse_name

#: The Python that containers and CI use, and the oldest that a project supports.
PYTHON, OLDEST_PYTHON = "3.13", "3.11"


class Plan(NamedTuple):
    """The ordered layers, the merged dependencies and the cookiecutter context."""

    name: Name
    answers: Answers
    decision: Decision
    framework: Framework
    layers: tuple[Layer, ...]
    contributions: tuple[Layer, ...]
    dependencies: tuple[str, ...]
    dev_dependencies: tuple[str, ...]
    python_min: str
    notices: tuple[str, ...]
    migrate: str
    serve: str
    urls: tuple[str, ...]
    next_steps: tuple[str, ...]
    command: str
    context: Mapping[str, str]

    @property
    def by_axis(self) -> Mapping[str, tuple[Layer, ...]]:
        """The chosen layers by axis."""
        return group(self.layers)

    @property
    def given_up(self) -> tuple[str, ...]:
        """What the user gives up by overriding a decisive recommendation."""
        if self.framework.id == self.decision.framework:
            return ()
        return tuple(self.decision.costs.get(self.framework.id, ()))


def recommend(answers: Answers, catalog: Catalog) -> tuple[Decision, Choice]:
    """Decide on the criteria alone, with defaults where an answer is missing."""
    criteria = {
        axis: tuple(value for value in values if not _of_one_framework(axis, value, catalog))
        for axis, values in answers.choices.items()
        if catalog.shared.axis(axis)
    }
    stated = {axis: values for axis, values in criteria.items() if values}
    asked = [layer for axis in CRITERIA for layer in catalog.shared.on(axis)]
    include, exclude = (
        tuple(value for value in named if any(layer.answers_to(value) for layer in asked))
        for named in (answers.include, answers.exclude)
    )
    common = choose(catalog.shared, Answers("", choices=stated, include=include, exclude=exclude))
    values = {layer.axis: layer.name for layer in common.layers if layer.axis in CRITERIA}
    if answers.preference:
        values["preference"] = answers.preference
    kinds = {layer.axis: layer.kind for layer in common.layers if layer.kind}
    open_ = {
        layer.axis
        for layer in common.layers
        if layer.axis not in stated and not any(map(layer.answers_to, include))
    }
    return decide(values, kinds, open_), common


def _of_one_framework(axis: str, value: str, catalog: Catalog) -> bool:
    """Say whether a value names a layer that frameworks add to an axis they share."""

    def offers(framework: Framework) -> bool:
        return any(layer.answers_to(value) for layer in framework.on(axis))

    return not offers(catalog.shared) and any(map(offers, catalog.frameworks()))


def make_plan(answers: Answers, catalog: Catalog, *, year: int) -> Plan:
    """Turn answers into a plan.

    ``year`` is the copyright year. Raises ``UsageError`` for an answer that is unknown or does
    not fit, ``TemplateError`` when a template folder is wrong.
    """
    decision, _ = recommend(answers, catalog)
    framework = framework_for(answers, decision, catalog)
    choice = choose_for(framework, answers, catalog)
    contributions = tuple(_contributions(framework, choice))
    python_min = _strictest(layer.requires_python for layer in contributions)
    dependencies = _requirements(
        ((name, layer) for layer in contributions for name in layer.dependencies), framework
    )
    name = parse_name(answers.name, [distribution_of(line) for line in dependencies])
    command = equivalent_command(answers, choice, framework)
    return Plan(
        name=name,
        answers=answers,
        decision=decision,
        framework=framework,
        layers=choice.layers,
        contributions=contributions,
        dependencies=dependencies,
        dev_dependencies=_requirements(
            ((name, layer) for layer in contributions for name in layer.dev_dependencies), framework
        ),
        python_min=python_min,
        notices=(*choice.notices, *_left_out(choice, answers)),
        migrate=_last(layer.migrate for layer in contributions),
        serve=_last(layer.serve for layer in contributions),
        urls=tuple(dict.fromkeys(url for layer in contributions for url in layer.urls)),
        next_steps=tuple(
            dict.fromkeys(step for layer in contributions for step in layer.next_steps)
        ),
        command=command,
        context=_context(name, answers, framework, python_min, year, command),
    )


def _last(values: Iterable[str]) -> str:
    """Return what the last layer with an opinion says."""
    return ["", *filter(None, values)][-1]


def framework_for(answers: Answers, decision: Decision, catalog: Catalog) -> Framework:
    valid = catalog.framework_ids
    wanted = decision.framework if answers.framework == AUTO else answers.framework
    if wanted not in valid:
        raise UsageError(no_such("--framework: there is no framework", wanted, (AUTO, *valid)))
    return catalog.framework(wanted)


def choose_for(framework: Framework, answers: Answers, catalog: Catalog) -> Choice:
    """Complete the answers for a framework: see ``choose``.

    Where it is only recommended and does not know what is stated, the error names one that does.
    """
    if answers.framework == AUTO and (problem := unknown_to(framework, answers)):
        for other in catalog.frameworks():
            if not unknown_to(other, answers):
                raise UsageError(
                    f"{problem} {framework.title} is recommended here; {other.title} has it: add"
                    f" --framework {other.id}."
                )
    return choose(framework, answers)


def _contributions(framework: Framework, choice: Choice) -> Iterable[Layer]:
    """Yield the base and the layers in order, each followed by what it adds with others."""
    left_out = {axis for layer in choice.layers for axis in layer.leaves_out}
    layers = tuple(layer for layer in choice.layers if layer.axis not in left_out)
    for layer in (framework.base, *layers):
        yield layer
        yield from extensions(layer, group(layers))


def _left_out(choice: Choice, answers: Answers) -> Iterable[str]:
    """Yield why layers that somebody asked for contribute nothing beside another one."""
    reasons = {axis: why for layer in choice.layers for axis, why in layer.leaves_out.items()}
    for layer in choice.layers:
        if layer.axis in reasons and layer.axis in answers.choices and layer.kind != "none":
            yield f"{layer.title or layer.name} is not set up: {reasons[layer.axis]}"


def _requirements(names: Iterable[tuple[str, Layer]], framework: Framework) -> tuple[str, ...]:
    """Return PEP 508 lines, sorted; a bare name gets its version from ``versions.toml``."""
    lines: dict[str, str] = {}
    for text, layer in names:
        line = text
        if re.fullmatch(r"[\w.\-]+(\[[\w.,\- ]+\])?", text):
            distribution = distribution_of(text)
            if distribution not in framework.versions:
                raise TemplateError(
                    f'{layer.manifest}: the dependency "{distribution}" has no version: add it to'
                    " versions.toml, or write it here."
                )
            line = text + framework.versions[distribution]
        lines[distribution_of(line)] = _with_all_extras(line, lines.get(distribution_of(line), ""))
    return tuple(sorted(lines.values(), key=str.lower))


def _with_all_extras(line: str, other: str) -> str:
    """Join the extras that two requirements on the same distribution ask for."""
    extras = sorted({*_extras(line), *_extras(other)})
    bare = re.sub(r"\[.*?\]", "", line)
    distribution = re.match(r"[\w.\-]+", bare)
    if not extras or not distribution:
        return line
    return f"{distribution[0]}[{','.join(extras)}]{bare[distribution.end() :]}"


def _extras(line: str) -> list[str]:
    found = re.search(r"\[(.*?)\]", line)
    return [extra.strip() for extra in found[1].split(",")] if found else []


def distribution_of(requirement: str) -> str:
    """Return the lower-case name in a requirement."""
    found = re.match(r"[\w.\-]+", requirement)
    return found[0].lower() if found else requirement


def _strictest(conditions: Iterable[str]) -> str:
    """Return the highest of ``>=3.x`` conditions, at least the oldest supported Python."""
    minors = [int(c.rpartition(".")[2]) for c in (*conditions, f">={OLDEST_PYTHON}") if c]
    return f"3.{max(minors)}"


def _context(
    name: Name, answers: Answers, framework: Framework, python_min: str, year: int, command: str
) -> Mapping[str, str]:
    return {
        "project_name": name.title,
        "project_slug": name.slug,
        "package": name.package,
        "description": answers.description or f"{name.title}, a {framework.title} project.",
        "author": answers.author or f"The {name.title} authors",
        "email": answers.email,
        "year": str(year),
        "python_min": python_min,
        "python_version": PYTHON,
        "framework": framework.title,
        "whichway_version": __version__,
        "command": command,
    }

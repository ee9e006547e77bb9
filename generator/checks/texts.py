"""Each file by itself: it parses as what it is, it is tidy, nothing of templating is left."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Callable, Iterable
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import PurePosixPath

from generator.checks.project import Finding, Project
from generator.slots import MARKER

Problem = tuple[int, str]

#: Endings of files that the framework's own template engine fills when it serves them.
TEMPLATES = (".html", ".jinja", ".jinja2", ".j2", ".txt", ".xml", ".eml")


def files_are_sound(project: Project) -> Iterable[Finding]:
    """Every file parses and is tidy; each distinct text is looked at once."""
    for path, text in project.files.items():
        for line, message in problems(path.rpartition("/")[2], text):
            yield Finding("text", path, line, message, project.command)


def folders_are_tidy(project: Project) -> Iterable[Finding]:
    """No package that holds nothing but its ``__init__.py`` without a word in it."""
    paths = (*project.files, *project.binary)
    for path, text in project.files.items():
        folder, _, name = path.rpartition("/")
        if name == "__init__.py" and folder and not text.strip():
            inside = [other for other in paths if other.startswith(f"{folder}/")]
            if inside == [path]:
                yield Finding("folder", folder, 0, "an empty package", project.command)


@lru_cache(maxsize=32768)
def problems(name: str, text: str) -> tuple[Problem, ...]:
    """Return what is wrong with a text, given its file name."""
    found = [*_untidy(name, text), *_left_over(name, text)]
    return tuple(found + list(_parser(name)(text)))


def _untidy(name: str, text: str) -> Iterable[Problem]:
    if not text:
        if name not in ("__init__.py", "py.typed", ".gitkeep"):
            yield 0, "an empty file"
        return
    lines = text.split("\n")
    if not text.endswith("\n"):
        yield len(lines), "no newline at the end"
    elif text.endswith("\n\n"):
        yield len(lines) - 1, "a blank line at the end"
    if not text.strip():
        yield 1, "a file of blank lines"
    elif not lines[0].strip():
        yield 1, "a blank line at the start"
    for number, line in enumerate(lines, 1):
        if line != line.rstrip():
            yield number, "a space or carriage return at the end of the line"
        python = name.endswith((".py", ".pyi", ".mako"))
        if not python and not line and 1 < number < len(lines) and not lines[number - 2]:
            yield number, "two blank lines in a row"


def _left_over(name: str, text: str) -> Iterable[Problem]:
    """Yield what template engines or the composer should have replaced."""
    signs = [r"cookiecutter\.(?!readthedocs|io\b)", r"\{%-?\s*(?:end)?raw\b", "\x00"]
    if not name.endswith(TEMPLATES):
        signs += [r"(?<!\$)\{\{\s*\w+[.(]", r"\{%-?\s*(?:if|for|set|endif|endfor)\b"]
    for sign in signs:
        for found in re.finditer(sign, text):
            yield _line(text, found.start()), f'a leftover of templating: "{found[0].strip()}"'
    for found in MARKER.finditer(text):
        yield _line(text, found.start()), "a slot or fill marker is left"


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _parser(name: str) -> Callable[[str], Iterable[Problem]]:
    suffix = PurePosixPath(name).suffix or name
    if name.startswith("Dockerfile"):
        return _docker
    if name in (".env", ".env.example"):
        return _dotenv
    return _PARSERS.get(suffix, _anything)


def _anything(text: str) -> Iterable[Problem]:
    return ()


def _python(text: str) -> Iterable[Problem]:
    try:
        ast.parse(text, feature_version=(3, 11))
    except SyntaxError as error:
        yield error.lineno or 0, f"not valid Python 3.11: {error.msg}"


def _toml(text: str) -> Iterable[Problem]:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        yield 0, f"not valid TOML: {error}"


def _json(text: str) -> Iterable[Problem]:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        yield error.lineno, f"not valid JSON: {error.msg}"


def _yaml(text: str) -> Iterable[Problem]:
    import yaml  # cookiecutter brings it

    try:
        for document in yaml.compose_all(text, Loader=yaml.SafeLoader):
            yield from _repeated_keys(document)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield (mark.line + 1 if mark else 0), f"not valid YAML: {getattr(error, 'problem', error)}"


def _repeated_keys(node: object) -> Iterable[Problem]:
    """Yield keys that stand twice in one mapping: YAML forbids them, parsers take the last."""
    import yaml

    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if isinstance(key.value, str) and key.value in seen and key.value != "<<":
                yield key.start_mark.line + 1, f'the key "{key.value}" stands twice'
            seen.add(str(key.value))
            yield from _repeated_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _repeated_keys(value)


def _dotenv(text: str) -> Iterable[Problem]:
    seen: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        found = re.fullmatch(r"([A-Z][A-Z0-9_]*)=(?:[^\s\"'#]*|\"[^\"]*\"|'[^']*')", line)
        if not found:
            yield number, "not a NAME=value line that every reader of such files takes alike"
        elif found[1] in seen:
            yield number, f'"{found[1]}" stands twice'
        else:
            seen.add(found[1])


_INSTRUCTIONS = frozenset(
    """ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ONBUILD RUN SHELL STOPSIGNAL
    USER VOLUME WORKDIR""".split()
)


def _docker(text: str) -> Iterable[Problem]:
    stages: list[str] = []
    started = False
    for number, instruction, rest in _docker_instructions(text):
        if instruction not in _INSTRUCTIONS:
            yield number, f'"{instruction}" is no instruction of a Dockerfile'
        elif not rest:
            yield number, f'"{instruction}" says nothing'
        if not started and instruction not in ("FROM", "ARG"):
            yield number, "a Dockerfile begins with FROM"
        started = True
        if instruction == "FROM" and (named := re.search(r"\bAS\s+(\S+)$", rest, re.IGNORECASE)):
            stages.append(named[1])
        source = re.search(r"--from=(\S+)", rest)
        if source and not re.search(r"[/:]", source[1]) and source[1] not in stages:
            yield number, f'there is no earlier stage "{source[1]}"'
        if instruction in ("CMD", "ENTRYPOINT") and rest.startswith("["):
            yield from ((number, message) for _, message in _json(rest))
    if not started:
        yield 0, "a Dockerfile without an instruction"


def _docker_instructions(text: str) -> Iterable[tuple[int, str, str]]:
    """Yield line, instruction and arguments, continuation lines joined."""
    start, parts = 0, []
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        start = start or number
        parts.append(stripped.removesuffix("\\").strip())
        if not stripped.endswith("\\"):
            instruction, _, rest = " ".join(parts).partition(" ")
            yield start, instruction, rest.strip()
            start, parts = 0, []
    if parts:
        yield start, parts[0].partition(" ")[0], ""


_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_OPTIONAL = frozenset("body head html li option p tbody td th thead tr dd dt".split())


class _Balance(HTMLParser):
    """Finds tags that are closed but were never opened, and the other way round."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, int]] = []
        self.problems: list[Problem] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append((tag, self.getpos()[0]))
        names = [name for name, _ in attrs]
        for name in sorted({name for name in names if names.count(name) > 1}):
            self.problems.append((self.getpos()[0], f"<{tag}> has {name} twice"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        return

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1][0] != tag and self.open[-1][0] in _OPTIONAL:
            self.open.pop()
        if self.open and self.open[-1][0] == tag:
            self.open.pop()
        else:
            self.problems.append((self.getpos()[0], f"</{tag}> closes nothing"))


def _html(text: str) -> Iterable[Problem]:
    parser = _Balance()
    parser.feed(re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", _blank, text, flags=re.DOTALL))
    parser.close()
    yield from parser.problems
    for tag, line in parser.open:
        if tag not in _OPTIONAL:
            yield line, f"<{tag}> is never closed"


def _blank(found: re.Match[str]) -> str:
    """Keep the line numbers, and a letter so that an attribute keeps a value."""
    return "x" + "\n" * found[0].count("\n")


_PARSERS: dict[str, Callable[[str], Iterable[Problem]]] = {
    ".html": _html,
    ".json": _json,
    ".py": _python,
    ".pyi": _python,
    ".toml": _toml,
    ".yaml": _yaml,
    ".yml": _yaml,
}

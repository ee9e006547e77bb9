"""What the README names exists: files, folders, programs and sub-commands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from functools import lru_cache

from generator.checks.dependencies import requirements
from generator.checks.project import Finding, Project

#: Paths that appear when the project is used, so that a README may name them.
MADE_LATER = frozenset(
    {".git", ".venv", ".venv/bin", "uv.lock", "db.sqlite3", "htmlcov", "staticfiles", "build"}
)
#: Programs that a README may call without a dependency that brings them.
PROGRAMS = frozenset(
    """
    cd cp createdb curl docker echo export git http mkdir mongosh mysql node npm open pip podman
    psql python redis-cli redis-server uv uvx whichway
    """.split()
)
#: Sub-commands that come with a framework or a dependency, by program and distribution.
SUBCOMMANDS = {
    "flask": {
        "flask": {"run", "shell", "routes"},
        "flask-migrate": {"db"},
        "flask-smorest": {"openapi"},
        "apiflask": {"spec"},
    },
    "manage.py": {
        "django": set(
            """
            check changepassword collectstatic createcachetable createsuperuser dbshell diffsettings
            dumpdata flush loaddata makemessages compilemessages makemigrations migrate runserver
            sendtestemail shell showmigrations sqlmigrate squashmigrations startapp test
            """.split()
        ),
        "drf-spectacular": {"spectacular"},
        "djangorestframework-simplejwt": {"flushexpiredtokens"},
        "django-distill": {"distill-local", "distill-publish"},
        "django-celery-beat": {"celery"},
    },
}

_PATH = re.compile(r"\.?[\w\-]+(?:[/.][\w.\-]+)*/?|\.[\w\-]+")


def readme_is_true(project: Project) -> Iterable[Finding]:
    """Every path in back-quotes or a link exists, every command can be run."""
    readme = project.files.get("README.md")
    if readme is None:
        return
    paths = {*project.files, *project.binary}
    folders = {part for path in paths for part in _parents(path)}
    for name, line in _paths_named(readme):
        plain = name.rstrip("/")
        if plain in paths or plain in folders or plain in MADE_LATER:
            continue
        if "/" not in plain and any(path.endswith(f"/{plain}") for path in paths):
            continue
        if _ignored(plain, project.files.get(".gitignore", "")):
            continue
        message = f'names "{name}", which does not exist'
        yield Finding("readme", "README.md", line, message, project.command)
    for command, line in commands(readme):
        for words in _simple_commands(command):
            if problem := _problem_of(list(words), project, paths | folders):
                yield Finding("readme", "README.md", line, problem, project.command)


@lru_cache(maxsize=4096)
def _paths_named(readme: str) -> tuple[tuple[str, int], ...]:
    """Return what looks like a path: it has a slash, or an ending that files have."""
    found: list[tuple[str, int]] = []
    fenced = False
    for number, line in enumerate(readme.splitlines(), 1):
        if line.startswith("```"):
            fenced = not fenced
        if fenced:
            continue
        quoted = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", line)
        linked = re.findall(r"\]\((?!https?:|mailto:|#)([^)\s#]+)", line)
        for text in linked + [text for text in quoted if _looks_like_path(text)]:
            found.append((text, number))
    return tuple(found)


def _looks_like_path(text: str) -> bool:
    if not _PATH.fullmatch(text) or text.startswith("/"):
        return False
    ending = r"\.(?:py|toml|md|html|css|js|yaml|yml|json|txt|cfg|ini|lock|sqlite3)$"
    known = text.startswith(".") or text in ("Dockerfile", "Makefile", "LICENSE")
    return text.endswith("/") or known or bool(re.search(ending, text))


def _parents(path: str) -> Iterable[str]:
    parts = path.split("/")[:-1]
    for length in range(1, len(parts) + 1):
        yield "/".join(parts[:length])


def _ignored(path: str, gitignore: str) -> bool:
    """Say whether git ignores the path: then the project makes it when it runs."""
    lines = _names_in(gitignore)
    return any(part in lines for part in (path, *_parents(path + "/x")))


@lru_cache(maxsize=1024)
def _names_in(gitignore: str) -> frozenset[str]:
    return frozenset(line.strip().strip("/") for line in gitignore.splitlines())


@lru_cache(maxsize=4096)
def commands(readme: str) -> tuple[tuple[str, int], ...]:
    """Return the shell commands of a README: fenced ones, and those in table cells."""
    found: list[tuple[str, int]] = []
    shell = False
    unfinished = ""
    for number, line in enumerate(readme.splitlines(), 1):
        if line.strip().startswith("```"):
            shell = not shell and line.strip() in ("```bash", "```sh", "```console")
            continue
        if shell and line.strip() and not line.strip().startswith("#"):
            text = unfinished + line.strip().removeprefix("$ ")
            unfinished = text.removesuffix("\\") if text.endswith("\\") else ""
            if not unfinished:
                found.append((text, number))
        elif line.startswith("| `") and not shell:
            cell = re.match(r"\| `((?:uv|uvx|python|docker|flask) [^`]+)`", line)
            if cell:
                found.append((cell[1], number))
    return tuple(found)


@lru_cache(maxsize=4096)
def _simple_commands(command: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each command of a line; what follows a redirection is left out."""
    return tuple(map(tuple, _split(command)))


def _split(command: str) -> Iterable[list[str]]:
    for text in re.split(r"\s(?:&&|\|\||\||;)\s", command):
        try:
            words = shlex.split(re.split(r"\s[<>]|<<", text)[0], comments=True)
        except ValueError:
            words = text.split()
        while words and re.fullmatch(r"[A-Za-z_]\w*=.*", words[0]):
            words.pop(0)
        if words:
            yield words


def _problem_of(words: list[str], project: Project, paths: set[str]) -> str:
    main, dev = requirements(project)
    declared = main | dev
    program, *rest = words
    if program == "uv" and rest[:1] == ["run"]:
        rest = _without_options(rest[1:])
        return _problem_of(rest, project, paths | {"uv"}) if rest else ""
    program = program.removeprefix(".venv/bin/")
    if program in ("python", "python3") and rest:
        if rest[0] == "-m":
            return ""
        if rest[0].endswith(".py"):
            if rest[0] not in paths:
                return f'calls "{rest[0]}", which does not exist'
            return _unknown_subcommand(rest[0], rest[1:], project, declared)
        return ""
    if program == "flask":
        return _unknown_subcommand("flask", rest, project, declared)
    if program == "docker" and rest[:1] == ["compose"] and "compose.yaml" not in paths:
        return 'calls "docker compose", and there is no compose.yaml'
    if program == "docker" and rest[:1] == ["build"] and "Dockerfile" not in paths:
        return 'calls "docker build", and there is no Dockerfile'
    if program in PROGRAMS or program in declared or program in paths:
        return ""
    return f'calls "{program}", which no dependency brings'


def _without_options(words: list[str]) -> list[str]:
    while words and words[0].startswith("-"):
        takes_value = words[0] in ("--with", "--group", "--extra", "--python", "-p", "--env-file")
        words = words[2:] if takes_value else words[1:]
    return words


def _unknown_subcommand(
    program: str, rest: list[str], project: Project, declared: frozenset[str]
) -> str:
    rest = _without_flask_options(rest)
    if not rest:
        return ""
    known = SUBCOMMANDS.get(program, {})
    provided = {name for owner, names in known.items() if owner in declared for name in names}
    if rest[0] in provided or rest[0] in _own_subcommands(project):
        return ""
    if not known:
        return ""
    return f'calls "{program} {rest[0]}", and nothing defines that command'


def _without_flask_options(words: list[str]) -> list[str]:
    while words and words[0].startswith("-"):
        words = words[2:] if words[0] in ("--app", "-A", "--settings") else words[1:]
    return words


def _own_subcommands(project: Project) -> set[str]:
    """Return the commands that the project defines itself."""
    found: set[str] = set()
    for path, text in project.texts(".py").items():
        if "/management/commands/" in path:
            found.add(path.rpartition("/")[2].removesuffix(".py"))
        found |= _subcommands_in(text)
    return found


@lru_cache(maxsize=32768)
def _subcommands_in(text: str) -> frozenset[str]:
    """Return the commands that a module defines with Click."""
    named = re.findall(r"@[\w.]+\.command\(\)\n(?:@.*\n)*def (\w+)", text)
    return frozenset(
        (
            *(name.replace("_", "-") for name in named),
            *re.findall(r"\.(?:command|group)\(\s*\"([\w\-]+)\"", text),
            *re.findall(r"AppGroup\(\s*\"([\w\-]+)\"", text),
            *re.findall(r"Blueprint\([^)]*cli_group=\"([\w\-]+)\"", text),
        )
    )

"""``whichway new --template``: any cookiecutter template, with our answers, names and care."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cookiecutter.config import get_user_config
from cookiecutter.exceptions import CookiecutterException
from cookiecutter.hooks import run_pre_prompt_hook
from cookiecutter.prompt import prompt_for_config

from generator.errors import Refused, UsageError, did_you_mean
from generator.execution import ask_by, conflicts
from generator.existing import OR_ELSE, Written, bring_in, free_folder
from generator.extending.consent import Powers, agreed, may_run, powers_of
from generator.extending.fetched import Fetched, fetched, files_of
from generator.extending.stock import (
    fences,
    generate_project,
    let_import,
    project_name,
    standard_output_kept,
)
from generator.extending.variables import (
    NESTED,
    context_of,
    nested,
    refuse_unknown,
    variables_of,
)
from generator.interrupts import held, note_written
from generator.job import Mode
from generator.question import if_exists_question
from generator.sources import Stated
from generator.staging import is_free, move, refuse_existing, staging_folder


@dataclass(frozen=True, slots=True)
class Request:
    """What the flags say of a foreign template."""

    source: str
    checkout: str = ""
    directory: str = ""
    variables: tuple[str, ...] = ()
    trust: bool = False
    mode: Mode = field(default_factory=Mode)


@dataclass(frozen=True, slots=True)
class Result:
    """What a foreign template made, or would make, and which of its programs did not run."""

    target: Path
    files: Written
    left: Powers
    seconds: float
    shown: str = ""


def new_from_template(request: Request, given: Stated) -> Result:
    """Render a foreign template, whole or not at all; in a dry run only look at what it makes."""
    try:
        config = get_user_config()
    except CookiecutterException as error:
        raise UsageError(f"Cookiecutter's own configuration: {error}") from None
    started = time.perf_counter()
    with (
        fetched(request.source, checkout=request.checkout, directory=request.directory,
                config=config) as template,
        standard_output_kept(),
    ):  # fmt: skip
        powers = powers_of(template)
        run = _Run(template, request, given, config, _trusted(template, powers, request))
        if request.mode.dry_run or request.mode.show:
            target, files, shown = run.look()
            return Result(target, files, powers, time.perf_counter() - started, shown)
        target, files = run.write()
    left = Powers((), ()) if run.trusted else powers
    return Result(target, files, left, time.perf_counter() - started)


def _trusted(template: Fetched, powers: Powers, request: Request) -> bool:
    if request.mode.dry_run or request.mode.show:
        trusted = request.trust or agreed(template)
    else:
        trusted = may_run(
            template, powers, trust=request.trust, interactive=request.mode.interactive
        )
    if powers.extensions and not trusted:
        raise Refused(
            f"The template needs the Jinja extension {', '.join(powers.extensions)}, which"
            " runs as a program. Read it, then add --trust."
        )
    return trusted


@dataclass(frozen=True, slots=True)
class _Run:
    """One rendering of a template: with its own programs if it is trusted."""

    template: Fetched
    request: Request
    given: Stated
    config: Mapping[str, Any]
    trusted: bool

    @property
    def output(self) -> Path:
        return Path(str(self.given.get("output-dir", "."))).absolute()

    def look(self) -> tuple[Path, Written, str]:
        """Return what would be made, without hooks, and the text of the file to show."""
        with tempfile.TemporaryDirectory(prefix="whichway-") as folder:
            place = Path(folder)
            with fences(place, trusted=self.trusted):
                template, context = self._prepared(place, hooks=False)
                target = self.output / project_name(template, context)
                made = generate_project(template, context, place, hooks=False)
            files = _files(made)
            if self.request.mode.show:
                return target, Written(files), _text(made, self.request.mode.show, files)
            return target, Written(files), ""

    def write(self) -> tuple[Path, Written]:
        """Write the project and return its place and its files."""
        with staging_folder(self.output / "template") as staging:
            place = staging / "made"
            place.mkdir()
            with fences(place, trusted=self.trusted):
                template, context = self._prepared(place, hooks=self.trusted)
                target = self.output / project_name(template, context)
                policy = self._policy(target)
                made = generate_project(template, context, place, hooks=self.trusted)
            if beside := sorted(path.name for path in place.iterdir() if path != made):
                raise Refused(f"The template is refused: its hooks wrote {', '.join(beside)} beside"
                              " the project.")  # fmt: skip
            return self._install(made, target, policy, staging)

    def _install(
        self, made: Path, target: Path, policy: str, staging: Path
    ) -> tuple[Path, Written]:
        files = _files(made)
        if policy == "increment":
            target = free_folder(target)
        elif not is_free(target) and policy != "fail":
            decide = conflicts(target, policy, self.request.mode)
            return target, bring_in(made, files, target, staging, policy, decide)
        refuse_existing(target)
        with held():
            move(made, target)
            note_written(target)
        return target, Written(files)

    def _policy(self, target: Path) -> str:
        """Return what to do with a target that exists. Raises ``Refused`` before a hook runs."""
        policy = str(self.given.get("if-exists", "fail"))
        if policy == "fail" and self.request.mode.interactive and target.is_dir():
            if is_free(target):
                return policy
            asked = if_exists_question(target.name, free_folder(target).name)
            answer = ask_by(self.request.mode)(asked)
            if answer is None:
                raise KeyboardInterrupt
            return str(answer)
        if policy == "fail":
            refuse_existing(target, OR_ELSE)
        return policy

    def _prepared(self, place: Path, *, hooks: bool) -> tuple[Path, dict[str, Any]]:
        """Return the folder of the template that is meant, and its context, asked for or not."""
        request, stated = self.request, variables_of(self.request.variables)
        folder = self.template.folder
        while True:
            if hooks:
                folder = Path(run_pre_prompt_hook(str(folder)))
            if self.trusted:
                let_import(folder)
            context = context_of(folder, self.given, self.config, stated)
            if not set(NESTED) & set(context["cookiecutter"]):
                break
            folder = nested(
                folder, context, stated.get("template", ""), asks=request.mode.interactive
            )
        refuse_unknown(stated, context["cookiecutter"])
        context["_cookiecutter"] = {
            key: value for key, value in context["cookiecutter"].items() if key[0] != "_"
        }
        context["cookiecutter"] |= prompt_for_config(context, no_input=not request.mode.interactive)
        context["cookiecutter"] |= {
            "_template": request.source, "_repo_dir": str(folder), "_checkout": request.checkout,
            "_output_dir": str(place if hooks else self.output),
        }  # fmt: skip
        return folder, context


def _files(made: Path) -> tuple[str, ...]:
    return tuple(file.relative_to(made).as_posix() for file in files_of(made))


def _text(made: Path, path: str, files: tuple[str, ...]) -> str:
    if path not in files or (made / path).is_symlink():
        raise UsageError(f'The project has no file "{path}".{did_you_mean(path, files)}'
                         " --dry-run lists all files.")  # fmt: skip
    return (made / path).read_text(encoding="utf-8", errors="replace")

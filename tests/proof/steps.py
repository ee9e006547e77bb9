"""What a project has to go through, step by step. Each step raises ``StepFailed``, or skips."""

from __future__ import annotations

import json
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import yaml

from tests.proof.project import StepFailed, Workspace
from tests.proof.pythons import uv
from tests.proof.servers import Servers, free_port, listens, stop
from tests.proof.web import Site, documented, mentioned, visit

#: Databases that a server program is at hand for. Oracle has none: those projects run on SQLite.
SERVED = ("postgresql", "mysql", "mongodb")

#: How long a server without a request may take to end.
SECONDS_TO_STOP = 8
#: A worker that gunicorn has only just forked does not hear the signal: it sets its handlers up
#: a moment later, and a stop before that takes as long as ``graceful_timeout``.
SECONDS_TO_SETTLE = 1


#: ``curl`` as somebody who follows a README uses it: no answer may be an error, and where the
#: README writes TOKEN they put the access token of the last answer that had one.
CURL = r"""
set -euo pipefail
token=TOKEN
curl() {
    local answer found status=0
    answer=$(command curl --silent --show-error --fail-with-body "${@//TOKEN/$token}") || status=$?
    printf '%s\n' "$answer"
    found=$(sed -nE 's/.*"access(_token)?": *"([^"]*)".*/\2/p' <<<"$answer")
    token=${found:-$token}
    return $status
}
"""


class Skipped(Exception):
    """A step that does not apply to a project; the message says why."""


class Steps:
    """The steps of one project, in order. Those after a failure still run, as far as they can."""

    def __init__(self, space: Workspace, servers: Servers, number: int) -> None:
        self.space = space
        self.servers = servers
        self.name = f"proof_{number}"
        self.redis_database = number % 60

    def all(self) -> list[tuple[str, Callable[[], None]]]:
        """Return every step by name."""
        return [
            ("install", self.space.install),
            ("migrate", self.migrate),
            ("tests", self.tests),
            ("real database", self.tests_on_the_real_database),
            ("types", self.types),
            ("lint", self.lint),
            ("dependencies", self.dependencies),
            ("production check", self.production_check),
            ("build", self.build),
            ("serve", self.serve),
            ("hooks", self.hooks),
        ]

    # Data

    @property
    def keeps_data(self) -> bool:
        """Whether the project uses its database: a static site does not."""
        return "DATABASE_URL" in self.space.example()

    def real(self) -> dict[str, str]:
        """Return the variables that point at private servers, each database new and empty."""
        found: dict[str, str] = {}
        database = self.space.database if self.keeps_data else "none"
        if database in SERVED:
            server = self.servers.get(database)
            server.make(self.name)
            found["DATABASE_URL"] = server.url(self.name)
        elif database in ("sqlite", "oracle"):
            file = self.space.folder / "proof.sqlite3"
            file.unlink(missing_ok=True)
            found["DATABASE_URL"] = f"sqlite:///{file}"
        for name, value in self.space.example().items():
            if value.startswith("redis://") or name == "REDIS_URL":
                found[name] = self.servers.get("redis").url(str(self.redis_database))
        return found

    # Steps

    def migrate(self) -> None:
        """Migrate forwards, all the way back, and forwards again."""
        space = self.space
        if space.database == "none":
            raise Skipped("no database")
        if space.framework == "django":
            apps = sorted({path.parts[-3] for path in space.folder.glob("*/migrations/0001*.py")})
            if not apps:
                raise Skipped("no migrations")
            back = "; ".join(f'run("migrate", "{app}", "zero")' for app in apps)
            script = (
                "from django.core.management import call_command as run; run('migrate');"
                f" run('makemigrations', check=True, dry_run=True); {back}; run('migrate')"
            )
            space.run("python", "-W", "error", "manage.py", "shell", "-c", script, more=self.real())
        else:
            if not space.has("migrations"):
                raise Skipped("no migrations")
            script = (
                "from flask_migrate import check, downgrade, upgrade; from wsgi import app\n"
                "with app.app_context():"
                " upgrade(); check(); downgrade(revision='base'); upgrade()"
            )
            space.run("python", "-W", "error", "-c", script, more=self.real())

    def tests(self) -> None:
        """Run the tests with no service in reach, with coverage and warnings as errors."""
        env = {"COVERAGE_FILE": str(self.space.folder / ".coverage")}
        self.space.run(*unreachable(), *self._pytest("--cov"), more=env)

    def tests_on_the_real_database(self) -> None:
        """Run the tests against the database that the project is for."""
        if self.space.database not in SERVED or not self.keeps_data:
            raise Skipped(f"no server for {self.space.database}")
        output = self.space.run(*self._pytest("-v"), more=self.real())
        header = output.partition("collected")[0]
        said = re.search(r"^database: (.*)$", header, re.M)
        if not said or re.search("sqlite|mongomock|stand-in|set DATABASE_URL", said[1], re.I):
            raise StepFailed("pytest's header does not say that it uses the server:\n" + header)

    def types(self) -> None:
        """Check the types, strictly; files that did not change are not checked again."""
        self.space.run("mypy", more=self._mypy_cache())

    def lint(self) -> None:
        """Lint and format with the project's own ruff."""
        self.space.run("ruff", "check", "--no-cache")
        self.space.run("ruff", "format", "--check", "--no-cache")

    def hooks(self) -> None:
        """Run the project's pre-commit hooks on every file: they find nothing, change nothing."""
        if not self.space.has(".pre-commit-config.yaml"):
            raise Skipped("no pre-commit hooks")
        programs = f"{Path(uv()).parent}:{self.space.environment()['PATH']}"
        more = {**self._mypy_cache(), "UV_NO_SYNC": "1", "PATH": programs,
                "PRE_COMMIT_HOME": str(self.space.caches / "pre-commit")}  # fmt: skip
        self.space.run("git", "init", "--quiet")
        self.space.run("git", "add", "--all")
        self.space.run(sys.executable, "-m", "pre_commit", "run", "--all-files", more=more)

    def dependencies(self) -> None:
        """What is installed fits together, and what is imported is declared, says deptry.

        Transitive imports are the business of our own check, which knows what belongs together.
        """
        environment = self.space.folder / ".venv"
        self.space.run(uv(), "pip", "check", "--python", environment)
        packages = next(environment.glob("lib/python*/site-packages"))
        command = (sys.executable, "-m", "deptry", ".", "--ignore", "DEP002,DEP003")
        tests = ("--extend-exclude", r".*/tests/.*|conftest\.py|.*/conftest\.py")
        self.space.run(*command, *tests, more={"PYTHONPATH": str(packages)})

    def production_check(self) -> None:
        """Let the framework look at the production configuration."""
        if self.space.framework != "django":
            raise Skipped("Flask has no such check")
        if "static" in self.space.chosen("app-type"):
            raise Skipped("a static site is built, and no server of ours is deployed")
        manage = ("python", "manage.py", "check", "--deploy", "--fail-level", "WARNING")
        self.space.run(*manage, more={**self.real(), **self.production(https=True)})

    def build(self) -> None:
        """Build a static site by its documented command, and follow every link in it."""
        if "static" not in self.space.chosen("app-type"):
            raise Skipped("not a static site")
        command = build_command(self.space.text("README.md"))
        before = {path.name for path in self.space.folder.iterdir()}
        self.space.run(*command.split(), more=self.real())
        self.space.run(*command.split(), more=self.real())
        made = [
            path
            for path in self.space.folder.iterdir()
            if path.name not in before and (path / "index.html").exists()
        ]
        if not made:
            raise StepFailed(f'"{command}" made no folder with an index.html')
        with free_port() as port:
            served = ("-m", "http.server", port, "--bind", "127.0.0.1", "--directory", made[0])
            with self._server(("python", *served), port, {}):
                problems = visit(Site(port), ["/"], limit=200)
        if problems:
            raise StepFailed("\n".join(problems))

    def serve(self) -> None:
        """Serve it as its documentation says production does, and ask for everything it names."""
        log = self.space.folder / "server.log"
        with self.served() as (site, process):
            problems = self._ask(site)
            time.sleep(SECONDS_TO_SETTLE)
            took = stop(process, SECONDS_TO_STOP)
        if took is None:
            problems.append(f"the server did not stop within {SECONDS_TO_STOP} s of SIGTERM")
        elif process.returncode:
            problems.append(f"the server ended with status {process.returncode} after SIGTERM")
        if "Traceback" in (text := log.read_text(encoding="utf-8", errors="replace")):
            problems.append("a traceback in the log")
        if problems:
            raise StepFailed("\n".join(problems) + "\n\n" + text[-3000:])

    # Parts of them

    def _mypy_cache(self) -> dict[str, str]:
        name = f"mypy-{self.space.framework}-{self.space.python.name}"
        return {"MYPY_CACHE_DIR": str(self.space.caches / name)}

    @contextmanager
    def served(self) -> Iterator[tuple[Site, subprocess.Popen[bytes]]]:
        """Run the production server on a database of its own until the block ends."""
        command = server_command(self.space.text("Dockerfile"), self.space.text("README.md"))
        if not command:
            raise Skipped("no production server")
        real = {**self.real(), **self.production(https=False)}
        self._prepare(real)
        with free_port() as port:
            words = (*command, "--bind", f"127.0.0.1:{port}")
            with self._server(words, port, real) as process:
                yield Site(port), process

    def production(self, *, https: bool) -> dict[str, str]:
        """Return variables of a production environment: what compose.yaml sets, and a secret."""
        compose = yaml.safe_load(self.space.text("compose.yaml") or "{}")
        stated = {
            name: str(value)
            for name, value in (compose.get("x-app", {}).get("environment") or {}).items()
            if "://" not in str(value)
        }
        shown = self.space.example()
        usual = {"DEBUG": "false", "FLASK_DEBUG": "0", "HTTPS": "false", "S3_BUCKET": "uploads",
                 "DJANGO_SETTINGS_MODULE": "config.settings.production"}  # fmt: skip
        values = {name: value for name, value in usual.items() if name in shown} | stated
        if https and "EMAIL_URL" in shown:
            values["EMAIL_URL"] = "submission://user:password@mail.example.com"
        if "SECRET_KEY" in shown:
            values["SECRET_KEY"] = secrets.token_urlsafe(64)
        if https:
            values |= {name: "true" for name in ("HTTPS",) if name in values}
        return values

    def _prepare(self, variables: Mapping[str, str]) -> None:
        """Do what has to be done before a version is served."""
        space = self.space
        if space.framework == "django":
            if "collectstatic" in space.text("README.md") + space.text("Dockerfile"):
                space.run("python", "manage.py", "collectstatic", "--noinput", more=variables)
            if list(space.folder.glob("*/migrations/0001*.py")):
                space.run("python", "manage.py", "migrate", more=variables)
        elif space.has("migrations"):
            space.run("flask", "db", "upgrade", more=variables)

    def _ask(self, site: Site) -> list[str]:
        problems = []
        for path in ("/healthz", "/readyz"):
            status = site.request(path).status
            if status != 200:
                problems.append(f"GET {path} gives {status}")
        readme = self.space.text("README.md")
        found = visit(site, documented(readme), ["/", *mentioned(readme)])
        problems += [problem for problem in found if not self._left_to_a_proxy(problem)]
        if examples := curl_examples(readme, site.port):
            try:
                self.space.run("bash", "-c", examples)
            except StepFailed as error:
                problems.append(f"the examples of the README fail:\n{error}")
        return problems

    def _left_to_a_proxy(self, problem: str) -> bool:
        """Django itself serves no static files in production; WhiteNoise does."""
        alone = self.space.framework == "django" and "whitenoise" not in self.space.chosen(
            "extensions"
        )
        return alone and problem.startswith("GET /static/")

    @contextmanager
    def _server(
        self, command: tuple[object, ...], port: int, variables: Mapping[str, str]
    ) -> Iterator[subprocess.Popen[bytes]]:
        log = self.space.folder / "server.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [str(word) for word in command],
                cwd=self.space.folder,
                env=self.space.environment(variables),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        try:
            deadline = time.monotonic() + 30
            while not listens(port):
                if process.poll() is not None or time.monotonic() > deadline:
                    raise StepFailed("the server does not start:\n" + log.read_text()[-3000:])
                time.sleep(0.05)
            yield process
        finally:
            stop(process)

    def _pytest(self, *more: str) -> tuple[str, ...]:
        """Return pytest's command. Warnings are errors by the project's own settings, which may
        excuse a package that warns about itself; on the command line nothing could."""
        if '"error",' not in self.space.text("pyproject.toml").partition("filterwarnings")[2]:
            raise StepFailed("filterwarnings in pyproject.toml does not begin with error")
        return ("python", "-W", "error", "-m", "pytest", "-p", "no:cacheprovider", *more)


def server_command(dockerfile: str, readme: str) -> tuple[str, ...]:
    """Return the production server's command: the image's, or what the README says."""
    if found := re.findall(r"^CMD (\[.*\])$", dockerfile, re.M):
        return tuple(json.loads(found[-1]))
    found = re.findall(r"`uv run (gunicorn[^`]*)`", readme)
    return tuple(found[0].split()) if found else ()


def build_command(readme: str) -> str:
    """Return the command by which a README builds a static site."""
    found = re.findall(
        r"uv run ((?:flask|python manage\.py)\b[^`\n]*\b(?:build|distill\S*)\b[^`\n]*)", readme
    )
    if not found:
        raise StepFailed("the README names no command that builds the site")
    return str(found[0]).strip()


def curl_examples(readme: str, port: int) -> str:
    """Return a script of the README's curl examples, each of which has to succeed."""
    blocks = re.findall(r"^```(?:bash|sh|console)\n(.*?)^```$", readme, re.M | re.S)
    chosen = [block for block in blocks if re.search(r"\bcurl\b", block)]
    if not chosen:
        return ""
    text = re.sub(r"(127\.0\.0\.1|localhost):(?:5000|8000)", rf"\1:{port}", "\n".join(chosen))
    return CURL + text


@lru_cache(maxsize=1)
def unreachable() -> tuple[str, ...]:
    """Return a prefix that runs a command without any network, where this machine allows it."""
    if _isolates():
        script = 'ip link set lo up && exec "$@"'
        return ("unshare", "--net", "--", "sh", "-c", script, "sh")
    return ()


def _isolates() -> bool:
    command = ("unshare", "--net", "--", "sh", "-c", "ip link set lo up")
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False

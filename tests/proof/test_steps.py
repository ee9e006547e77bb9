"""The steps of the proof on a made-up project: each finds the fault that is planted for it."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.answers import Answers
from generator.plan import make_plan
from tests.conftest import MakeCatalog
from tests.proof.project import StepFailed, Workspace
from tests.proof.pythons import Python
from tests.proof.servers import Servers
from tests.proof.steps import Skipped, Steps, build_command, curl_examples, server_command
from tests.proof.web import documented, links, mentioned

SERVER = """
import http.server, json, signal, sys

ANSWERS = {
    "/healthz": (200, "text/plain", "ok"),
    "/readyz": (200, "text/plain", "ok"),
    "/": (200, "text/html", '<a href="/next">next</a> <a href="https://example.com/x">far</a>'),
    "/next": (200, "text/html", 'the end <img src="/icon.svg">'),
    "/icon.svg": (200, "image/svg+xml", "<svg/>"),
    "/openapi.json": (200, "application/json", json.dumps(
        {"openapi": "3.1.0", "paths": {"/notes/{id}": {"get": {}, "put": {}}}})),
}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        status, kind, text = ANSWERS.get(self.path, (404, "text/plain", "nothing here"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())

    do_PUT = do_GET

    def log_message(self, *_):
        pass


signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
# more
port = int(sys.argv[-1].rpartition(":")[2])
http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
"""
README = """\
# Demo

Open <http://127.0.0.1:8000/>, or <http://127.0.0.1:8000/openapi.json>.

```bash
curl http://127.0.0.1:8000/next | grep -q end
```
"""
FILES = {
    "Dockerfile": 'FROM x\nCMD ["python", "server.py"]\n',
    "README.md": README,
    "server.py": SERVER,
    ".env": "SECRET_KEY=x\nDEBUG=true\n",
    "app.py": '"""App."""\n\n\ndef double(x: int) -> int:\n    return 2 * x\n',
    "test_app.py": "from app import double\n\n\ndef test_it() -> None:\n    assert double(2)\n",
    "pyproject.toml": '[tool.mypy]\nstrict = true\nfiles = ["app.py", "test_app.py"]\n'
    "[tool.coverage.run]\nsource = ['.']\nomit = ['server.py']\n"
    "[tool.coverage.report]\nfail_under = 95\n[tool.ruff]\nexclude = ['server.py']\n"
    '[tool.pytest.ini_options]\nfilterwarnings = [\n    "error",\n]\n',
}
MakeSteps = Callable[..., Steps]


@pytest.fixture
def make_steps(make_catalog: MakeCatalog, tmp_path: Path) -> MakeSteps:
    """Return a function that writes the made-up project, with changes, and gives its steps."""

    def make(changes: Mapping[str, str] | None = None, framework: str = "flask") -> Steps:
        layer = {"shared/app-type/axis.toml": "", "shared/app-type/static/layer.toml": ""}
        plan = make_plan(Answers("demo", framework=framework), make_catalog(layer), year=2026)
        folder = tmp_path / "demo"
        for path, text in {**FILES, **(changes or {})}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        (folder / ".venv").symlink_to(sys.prefix)
        python = Python((3, 11), Path(sys.executable))
        return Steps(Workspace(plan, folder, python, tmp_path / "caches"), Servers(), 1)

    return make


def test_a_sound_project_passes(make_steps: MakeSteps) -> None:
    steps = make_steps()
    steps.tests()
    steps.types()
    steps.lint()
    steps.serve()


def hook(entry: str) -> dict[str, str]:
    """Return the files of a project with one pre-commit hook."""
    config = f"{{id: look, name: look, entry: {entry}, language: system, files: app.py}}"
    text = f"repos:\n  - repo: local\n    hooks:\n      - {config}\n"
    return {".pre-commit-config.yaml": text, ".gitignore": ".venv\n"}


def test_hooks_that_find_nothing_pass(make_steps: MakeSteps) -> None:
    make_steps(hook("grep --quiet double")).hooks()


def test_hooks_that_find_something_or_change_a_file_fail(make_steps: MakeSteps) -> None:
    with pytest.raises(StepFailed, match=r"look(?s:.*)Failed"):
        make_steps(hook("sed --in-place s/double/twice/")).hooks()


@pytest.mark.parametrize(
    ("planted", "expected"),
    [
        ("del ANSWERS['/healthz']", "GET /healthz gives 404"),
        ("ANSWERS['/readyz'] = (503, 'text/plain', '')", "GET /readyz gives 503"),
        ("ANSWERS['/next'] = (500, 'text/html', '')", "GET /next gives 500"),
        ("del ANSWERS['/icon.svg']", r"GET /icon.svg gives 404 \(/next names it\)"),
        ("del ANSWERS['/openapi.json']", "GET /openapi.json gives 404"),
        ("ANSWERS['/next'] = (200, 'text/plain', '')", "examples of the README fail"),
        (
            "ANSWERS['/notes/00000000-0000-4000-8000-000000000000'] = (500, 'text/plain', '')",
            r"PUT /notes/00000000-0000-4000-8000-000000000000 with b'\{\}' gives 500",
        ),
        ("print('Traceback', flush=True)", "a traceback in the log"),
        ("signal.signal(signal.SIGTERM, lambda *_: sys.exit(3))", "ended with status 3"),
        ("signal.signal(signal.SIGTERM, lambda *_: None)", "did not stop within"),
        ("raise SystemExit('no settings')", "the server does not start(?s:.*)no settings"),
    ],
)
def test_a_server_with_a_fault_is_found(
    make_steps: MakeSteps, monkeypatch: pytest.MonkeyPatch, planted: str, expected: str
) -> None:
    monkeypatch.setattr("tests.proof.steps.SECONDS_TO_STOP", 1)
    steps = make_steps({"server.py": SERVER.replace("# more", planted)})
    with pytest.raises(StepFailed, match=expected):
        steps.serve()


@pytest.mark.parametrize(
    ("step", "path", "text", "expected"),
    [
        ("tests", "test_app.py", "def test_it() -> None:\n    assert False\n", "1 failed"),
        ("tests", "test_app.py", "def test_it() -> None:\n    assert True\n", "fail-under"),
        (
            "tests",
            "test_app.py",
            "import warnings\n\nfrom app import double\n\n\ndef test_it() -> None:\n"
            "    double(1)\n    warnings.warn('old', DeprecationWarning)\n",
            "DeprecationWarning: old",
        ),
        (
            "tests",
            "test_app.py",
            "import socket\n\nimport app\n\n\ndef test_it() -> None:\n    app.double(1)\n"
            "    socket.create_connection(('192.0.2.1', 9), 5)\n",
            "unreachable",
        ),
        ("types", "app.py", "def double(x):\n    return x\n", "no-untyped-def"),
        ("lint", "app.py", "import os\n", "F401"),
        ("lint", "app.py", "x = (1,2)\n", "reformatted"),
    ],
)
def test_code_with_a_fault_is_found(
    make_steps: MakeSteps, step: str, path: str, text: str, expected: str
) -> None:
    with pytest.raises(StepFailed, match=expected):
        getattr(make_steps({path: text}), step)()


BUILDER = """
import pathlib
site = pathlib.Path("site")
site.mkdir(exist_ok=True)
(site / "index.html").write_text('<a href="about.html">about</a>')
(site / "about.html").write_text("about")
"""


def test_a_static_site_is_built_and_every_link_followed(make_steps: MakeSteps) -> None:
    readme = "Run `uv run python manage.py build`.\n"
    sound = make_steps({"README.md": readme, "manage.py": BUILDER})
    sound.build()


@pytest.mark.parametrize(
    ("builder", "expected"),
    [
        (BUILDER.replace('"about.html">', '"gone.html">'), "GET /gone.html gives 404"),
        (BUILDER.replace("exist_ok=True", ""), "FileExistsError"),
        ("print()", "made no folder with an index.html"),
    ],
)
def test_a_static_site_with_a_fault_is_found(
    make_steps: MakeSteps, builder: str, expected: str
) -> None:
    readme = "Run `uv run python manage.py build`.\n"
    with pytest.raises(StepFailed, match=expected):
        make_steps({"README.md": readme, "manage.py": builder}).build()


def test_a_step_that_does_not_apply_says_why(make_steps: MakeSteps) -> None:
    steps = make_steps({"Dockerfile": "FROM x\n"})
    with pytest.raises(Skipped, match="no production server"):
        steps.serve()
    with pytest.raises(Skipped, match="no migrations"):
        steps.migrate()
    with pytest.raises(Skipped, match="no server for"):
        steps.tests_on_the_real_database()


def test_production_has_a_secret_and_what_compose_sets(make_steps: MakeSteps) -> None:
    compose = "x-app:\n  environment:\n    HTTPS: 'false'\n    DATABASE_URL: a://b\n"
    values = make_steps({"compose.yaml": compose}).production(https=False)
    assert values.keys() == {"SECRET_KEY", "DEBUG", "HTTPS"}
    assert values["DEBUG"] == "false"
    assert len(values["SECRET_KEY"]) > 50


def test_commands_are_taken_from_the_documentation() -> None:
    docker = 'FROM x\nCMD ["gunicorn", "a.b"]\n'
    assert server_command(docker, "") == ("gunicorn", "a.b")
    assert server_command("", "x `uv run gunicorn config.wsgi` y") == ("gunicorn", "config.wsgi")
    assert server_command("", "nothing") == ()
    assert build_command("```\nuv run flask --app app build\n```") == "flask --app app build"
    with pytest.raises(StepFailed):
        build_command("nothing")
    assert curl_examples("no example", 1) == ""
    script = curl_examples(textwrap.dedent(README), 1234)
    assert "curl http://127.0.0.1:1234/next" in script


CURL_THAT_LOGS_IN = """#!/bin/sh
case "$*" in
    *Bearer*) echo "$*" ;;
    *refused*) echo refused; exit 22 ;;
    *) echo '{"refresh": "r", "access": "abc"}' ;;
esac
"""


def test_examples_use_the_token_that_an_example_before_them_got(tmp_path: Path) -> None:
    (tmp_path / "curl").write_text(CURL_THAT_LOGS_IN)
    (tmp_path / "curl").chmod(0o755)
    readme = "```bash\ncurl /token\n```\n```bash\ncurl -H 'Authorization: Bearer TOKEN' /x\n```\n"

    def run(text: str) -> subprocess.CompletedProcess[str]:
        env = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
        script = curl_examples(text, 1)
        return subprocess.run(["bash", "-c", script], env=env, capture_output=True, text=True)

    assert "Bearer abc /x" in run(readme).stdout
    assert run("```bash\ncurl /refused\ncurl /token\n```\n").returncode == 22


def test_addresses_are_taken_from_the_documentation_and_pages() -> None:
    text = "<http://127.0.0.1:5000/a> `/b/c` `x/y` http://localhost:1 http://localhost:1/"
    assert documented(text) == ["/a", "/"]
    assert mentioned(text) == ["/b/c"]
    page = (
        '<a href="x?y=1#z"></a><img src="/i.png"><a href="http://other/"></a><a href="mailto:a@b">'
    )
    assert links(page, "/dir/page") == ["/dir/x?y=1", "/i.png"]


def test_a_project_that_lets_warnings_pass_fails(make_steps: MakeSteps) -> None:
    lenient = FILES["pyproject.toml"].partition("[tool.pytest")[0]
    with pytest.raises(StepFailed, match="filterwarnings"):
        make_steps({"pyproject.toml": lenient}).tests()

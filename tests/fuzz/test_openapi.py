"""OpenAPI documents taken at their word: schemathesis asks for all they promise, and for nonsense.

``python -m pytest -m fuzz tests/fuzz`` needs ``pip install --group fuzz``; see docs/proof.md.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.pages.test_pages import workspace
from tests.proof.servers import Servers
from tests.proof.web import Site

pytestmark = pytest.mark.fuzz

ADA = {"email": "ada@example.com", "password": "correct horse battery"}


@dataclass(frozen=True)
class Kind:
    """A project whose document is fuzzed, and where somebody gets a token."""

    flags: str
    document: str
    register: str = ""
    log_in: str = ""
    token: str = ""


def django(flags: str, database: str = "sqlite") -> Kind:
    flags = f"--framework django --database {database} --app-type api {flags}"
    if database == "none":
        return Kind(flags, "/api/v1/schema/")
    return Kind(flags, "/api/v1/schema/", "/api/v1/users/", "/api/v1/auth/token/", "access")


def flask(flags: str, document: str) -> Kind:
    return Kind(
        f"--framework flask --database sqlite --app-type api {flags}",
        document, "/api/v1/auth/register", "/api/v1/auth/login", "access_token",
    )  # fmt: skip


KINDS = {
    "django-drf": django("--size small --api drf"),
    "django-drf-mongodb": django("--size small --api drf", "mongodb"),
    "django-drf-no-database": django("--size small --api drf", "none"),
    "django-ninja": django("--size large --api ninja"),
    "django-ninja-mongodb": django("--size small --api ninja", "mongodb"),
    "django-ninja-no-database": django("--size medium --api ninja", "none"),
    "flask-smorest": flask("--size small --api flask-smorest", "/api/v1/openapi.json"),
    "flask-restx": flask("--size medium --api flask-restx", "/api/v1/swagger.json"),
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_api_keeps_what_its_document_promises(kind: Kind, tmp_path: Path) -> None:
    with workspace(kind.flags, tmp_path, Servers()) as steps:
        lift_rates(steps.space.folder)
        with steps.served() as (site, _):
            done = subprocess.run(
                [*schemathesis(), f"http://127.0.0.1:{site.port}{kind.document}",
                 *authorization(site, kind)],
                cwd=tmp_path, capture_output=True, text=True, check=False,
            )  # fmt: skip
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]


def lift_rates(project: Path) -> None:
    """Let one client ask as often as it likes, as nobody does who keeps the rates."""
    for file in project.glob("config/**/*.py"):
        text = file.read_text(encoding="utf-8")
        if (lifted := re.sub(r'"\d+/(min|m)"', r'"1000000/\1"', text)) != text:
            file.write_text(lifted, encoding="utf-8")


def schemathesis() -> tuple[str, ...]:
    """Return the command, which asks the same questions every time.

    Nobody logs out, for the rest would be refused. Two checks stay out: no schema can say which
    password is too common, nor that a title of one space is blank; and frameworks take the
    number 0 for the text "0" on purpose.
    """
    program = Path(sys.executable).with_name("schemathesis")
    return (str(program), "run", "--max-examples", "30", "--seed", "1", "--generation-database",
            "none", "--no-color", "--exclude-path-regex", "logout|revoke", "--exclude-checks",
            "positive_data_acceptance,negative_data_rejection")  # fmt: skip


def authorization(site: Site, kind: Kind) -> tuple[str, ...]:
    """Register, log in, and return the header that says so; nothing where nobody logs in."""
    if not kind.register:
        return ()
    json_type = {"Content-Type": "application/json"}
    body = json.dumps(ADA).encode()
    assert site.request(kind.register, "POST", body, json_type).status == 201
    answer = site.request(kind.log_in, "POST", body, json_type)
    return "--header", f"Authorization:Bearer {answer.json()[kind.token]}"

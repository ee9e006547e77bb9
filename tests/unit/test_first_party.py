"""Imports that composed modules lack: the short look and the long one agree."""

from __future__ import annotations

import ast

import pytest

from generator.first_party import resolve_missing
from generator.imports import Import, imported_by, parse_imports

LENDER = """
import os

TOP: int = 1


class Note:
    pass


def run(): ...
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("print(Note, TOP)\n", ["Note", "TOP"]),
        ('print(f"{Note.id} and {run(1)}")\n', ["Note", "run"]),
        ("print(rf'''\n{Note}''')\n", ["Note"]),
        ("from __future__ import annotations\n\n\ndef f(x: Note) -> run: ...\n", ["Note", "run"]),
        ("def f(x):\n    return print(run=run, x=x)\n", ["run"]),
        ("x = 1 if TOP==2 else 3\n", ["TOP"]),
        ("x = [\n    'a',  # it's\n    Note,\n]\n", ["Note"]),
        ('x = "\\"", Note, "\\\\"\n', ["Note"]),
        ('x = "a\\\nNote"\n', []),
        ('"""Note, it\'s TOP."""\n\nx = "Note"  # run\n', []),
        ("print(TOP=[].run(Note=1))\n", []),
        ("def f(run):\n    return run\n", []),
        ("for run in []:\n    print(run)\n", []),
        ("from somewhere import (\n    Note,\n    run,\n)\n\nprint(Note, run)\n", []),
        ("Note, TOP = 1, 2\nprint(Note, TOP)\n", []),
        ("def run():\n    return run\n", []),
    ],
)
def test_what_a_module_lacks_is_found_by_either_way(text: str, names: list[str]) -> None:
    modules = {"lender.py": LENDER, "user.py": text}
    expected = {"user.py": [Import("lender", name) for name in names]} if names else {}
    assert resolve_missing(modules, ["user.py"]) == expected
    assert resolve_missing(modules, ["user.py"], proven=True) == expected


@pytest.mark.parametrize("path", ["conftest.py", "a/conftest.py", "a/test_b.py", "tests/a.py"])
def test_nothing_is_imported_from_tests(path: str) -> None:
    modules = {path: "def user(): ...\n", "b.py": "print(user())\n"}
    assert resolve_missing(modules, [], proven=True) == {}


@pytest.mark.parametrize(
    "text",
    [
        "import os",
        "import os.path as p, sys",
        "from . import a",
        "from ..a.b import c as d, E  # noqa: F401",
        "from a import (\n    b,  # one\n    c as d,\n)",
        "from a import *",
        "import a; import b",
        "import a\nimport b",
        "from a import \\\n    b",
    ],
)
def test_plain_imports_are_read_as_python_reads_them(text: str) -> None:
    nodes = ast.parse(text).body
    comment = "# " + text.partition("# ")[2].partition("\n")[0] if "#" in text else ""
    expected = [
        item
        for node in nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        for item in imported_by(node, comment)
    ]
    assert parse_imports([text]) == expected

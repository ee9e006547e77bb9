"""Import blocks and blank lines of composed modules."""

from __future__ import annotations

import pytest

from generator.blank_lines import normalized
from generator.imports import Import
from generator.modules import with_imports

BODY = "\n\ndef main() -> None:\n    run()\n"


@pytest.mark.parametrize(
    "head",
    [
        '"""A module."""\n\n',
        '"""A module.\n\nclass is a word here.\n"""\n\n',
        "'''A module.\n\nclass is a word here, with a \"quote\".\n'''\n\n",
        '"A module."\n\n',
        'r"""A \\module.\n\nfrom here on\n"""\n\n',
        '#!/usr/bin/env python\n"""A module.\n\nrun it\n"""\n\n',
        "# Whose it is.\n# And since when.\n\n",
        '"""It says \\"""quoted\\""".\n\nx = 1\n"""\n\n',
    ],
)
def test_imports_come_after_what_a_module_says_of_itself(head: str) -> None:
    existing = "import os\nfrom json import (\n    dumps,\n)\n"
    expected = "import os\nfrom json import dumps, loads\n"
    found = with_imports(head + existing + BODY, [Import("json", "loads")], frozenset())
    assert found.startswith(head + expected)
    assert found.endswith("def main() -> None:\n    run()\n")


def test_imports_that_come_later_are_left_alone() -> None:
    text = '"""A module."""\n\nimport os\n\nos.chdir("/")\n\nimport json\n'
    assert with_imports(text, [Import("sys")], frozenset()) == (
        '"""A module."""\n\nimport os\nimport sys\n\nos.chdir("/")\n\nimport json\n'
    )


def test_definitions_stand_two_lines_apart_whatever_is_around_them() -> None:
    text = (
        "import os\n"
        "TEXT = '''\n\n\nkept\ndef no_definition():\n'''\n"
        "if TEXT:\n    A = 1\nelse:\n    A = (\n        2\n    )\n"
        "@one\n@two(\n    3,\n)\n"
        "def f():\n\n    return 1\n    # the end\n\n\n\n"
        "# About the class.\nclass C:\n    x = 1\n"
        "B = [\n    1,\n]\n"
    )
    assert normalized(text) == (
        "import os\n\n"
        "TEXT = '''\n\n\nkept\ndef no_definition():\n'''\n"
        "if TEXT:\n    A = 1\nelse:\n    A = (\n        2\n    )\n\n\n"
        "@one\n@two(\n    3,\n)\n"
        "def f():\n    return 1\n    # the end\n\n\n"
        "# About the class.\nclass C:\n    x = 1\n\n\n"
        "B = [\n    1,\n]\n"
    )

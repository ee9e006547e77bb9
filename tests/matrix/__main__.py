"""``python -m tests.matrix``: render and check all combinations, and say what is wrong.

``--framework flask`` for one framework; ``--every 20`` for a quick look at every twentieth;
``--full`` multiplies every axis (see combinations.py);
``--templates DIR`` adds a template root.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from generator.checks.ruff import lint_and_format, ruff_program
from generator.roots import built_in_root
from tests.matrix.exhaustive import render_all


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.matrix", description=__doc__)
    parser.add_argument("--framework", default="", metavar="ID")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--templates", type=Path, action="append", default=[], metavar="DIR")
    options = parser.parse_args()
    roots = [built_in_root(), *options.templates]
    rendered = render_all(roots, full=options.full, only=options.framework, every=options.every)
    print(rendered.summary())
    program = ruff_program()
    if program is None:
        sys.exit("ruff is not installed: install the dev group")
    with tempfile.TemporaryDirectory(prefix="whichway-trees-") as name:
        rendered.trees.write(Path(name))
        for finding in lint_and_format(rendered.trees, Path(name), program):
            rendered.add(finding)
    print(rendered.report())
    return 1 if rendered.findings else 0


if __name__ == "__main__":
    sys.exit(main())

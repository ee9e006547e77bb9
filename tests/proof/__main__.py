"""``python -m tests.proof``: run projects of a covering array, and report.

    python -m tests.proof --strength 1           every choice at least once
    python -m tests.proof                        every pair of choices
    python -m tests.proof --strength 3           every triple; takes hours
    python -m tests.proof --framework flask --limit 5
    python -m tests.proof --python 3.13 -- demo-shop --framework flask --database sqlite
                                                 one project, as the report of a failure says

``--json FILE`` keeps the figures, ``--report FILE`` writes the Markdown table, and
``--readme README.md`` puts it between that file's markers.
"""

from __future__ import annotations

import argparse
import itertools
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from generator.answers import AUTO, Answers
from generator.catalog import Catalog
from generator.roots import built_in_root
from tests.matrix.combinations import NAME
from tests.matrix.exhaustive import render_all
from tests.proof.array import Space
from tests.proof.pythons import Python, newest_python, oldest_python, pythons
from tests.proof.report import Proof, counted, put_between_markers
from tests.proof.runner import Result, Runner, Task


def array_tasks(catalog: Catalog, strength: int, framework: str = "") -> list[Task]:
    """Return the projects of the covering arrays of all frameworks.

    They take turns, and those that bring the fewest new groups of choices come last: where time
    runs out, least is lost.
    """
    versions = {python.name: python for python in (oldest_python(), newest_python())}
    columns = []
    for id_ in catalog.framework_ids:
        if framework in ("", id_):
            space = Space(catalog.framework(id_), list(versions))
            rows = space.covering_array(strength)
            columns.append(
                [
                    Task(row.combination.answers(space.framework), versions[row.python])
                    for row in rows
                ]
            )
    return [task for turn in itertools.zip_longest(*columns) for task in turn if task]


def stated_task(words: Sequence[str], python: Python) -> Task:
    """Return the project that the flags of ``whichway new`` state."""
    framework = ""
    choices: dict[str, tuple[str, ...]] = {}
    added: dict[str, list[str]] = {"--with": [], "--without": []}
    rest = [word for word in words if word not in ("--defaults", "-y")]
    name = rest.pop(0) if rest and not rest[0].startswith("-") else NAME
    while rest:
        flag, value = rest.pop(0), rest.pop(0)
        if flag in added:
            added[flag].append(value)
        elif flag == "--framework":
            framework = value
        else:
            axis = flag.removeprefix("--")
            choices[axis] = (*choices.get(axis, ()), value)
    include, exclude = tuple(added["--with"]), tuple(added["--without"])
    return Task(Answers(name, framework or AUTO, choices, include, exclude), python)


def say(number: int, total: int, result: Result) -> None:
    """Print one line of progress."""
    state = "ok" if not result.failed else "FAILED " + ", ".join(s.name for s in result.failed)
    times = ", ".join(
        f"{step.name} {step.seconds:.0f}" for step in result.steps if step.seconds >= 1
    )
    print(
        f"[{number}/{total}] {result.task.name}: {state} ({result.seconds:.0f} s: {times})",
        flush=True,
    )


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that servers stop as well
    options = _options()
    catalog = Catalog([built_in_root(), *options.templates])
    if options.project:
        chosen = {python.name: python for python in pythons()}
        tasks = [stated_task(options.project, chosen[options.python or newest_python().name])]
    else:
        tasks = array_tasks(catalog, options.strength, options.framework)[options.skip :]
        tasks = [t for t in tasks if options.python in ("", t.python.name)][: options.limit or None]
    proof = Proof(strength=options.strength, pythons=sorted({task.python.name for task in tasks}))
    if options.report or options.readme or options.json:
        rendered = render_all(catalog.roots, only=options.framework)
        proof.rendered, proof.render_seconds = rendered.combinations, rendered.seconds
        proof.projects_per_second = rendered.combinations / (rendered.cpu_seconds or 1)
        proof.distinct_files = rendered.trees.files
        proof.add_rendered(rendered.counts)
    results = _run(Runner(catalog, options.jobs, options.keep, options.minutes), tasks, proof)
    ran = [result for result in results if result.ran]
    failed = [step.name for result in ran for step in result.failed]
    print(f"\n{len(ran)} run, {sum(not r.failed for r in ran)} green. {counted(failed)}")
    if left := [result.task.name for result in results if not result.ran]:
        print(f"NOT RUN, out of time: {len(left)} projects\n  " + "\n  ".join(left))
    _write(proof, options)
    return 1 if failed else 0


def _run(runner: Runner, tasks: Sequence[Task], proof: Proof) -> list[Result]:
    started = time.perf_counter()
    results = []
    with runner.running(tasks) as futures:
        for number, future in enumerate(futures, 1):
            result = future.result()
            results.append(result)
            if not result.ran:
                continue
            say(number, len(tasks), result)
            if result.failed:
                print(result.report(), flush=True)
            choices = result.task.answers.choices
            kind = (choices.get("app-type", ("",))[0], choices.get("database", ("",))[0])
            line = proof.line(result.task.answers.framework, *kind)
            line.run += 1
            line.green += not result.failed
            line.seconds += result.seconds
            if result.failed:
                proof.failing.append(result.again)
    proof.wall_seconds = time.perf_counter() - started
    return results


def _write(proof: Proof, options: argparse.Namespace) -> None:
    if options.json:
        proof.save(options.json)
    if options.report:
        options.report.write_text(proof.markdown(), encoding="utf-8")
    if options.readme:
        text = options.readme.read_text(encoding="utf-8")
        new = put_between_markers(text, proof.markdown())
        options.readme.write_text(new, encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.proof",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--strength", type=int, default=2, metavar="T")
    parser.add_argument("--framework", default="", metavar="ID")
    parser.add_argument("--python", default="", metavar="X.Y")
    parser.add_argument("--jobs", type=int, default=0, metavar="N")
    parser.add_argument("--minutes", type=float, default=0, metavar="N",
                        help="begin no project after so long")  # fmt: skip
    parser.add_argument("--skip", type=int, default=0, metavar="N")
    parser.add_argument("--limit", type=int, default=0, metavar="N")
    parser.add_argument("--templates", type=Path, action="append", default=[], metavar="DIR")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep failing projects here")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--report", type=Path, metavar="FILE")
    parser.add_argument("--readme", type=Path, metavar="FILE")
    parser.add_argument("project", nargs="*", metavar="-- NAME --FLAG VALUE")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

"""Signals at any moment: the target is absent or complete, and nothing else is left."""

from __future__ import annotations

import fcntl
import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command.conftest import Whichway, command, environment, tree

FILES = 5


def shoot(
    root: Path, home: Path, here: Path, number: signal.Signals, delay: float, *more: str
) -> tuple[int, str]:
    """Start a run, send it a signal after a while, and return how it ended and what it said."""
    process = subprocess.Popen(
        command(root, "new", "shop", "-y", "-o", str(here), *more),
        cwd=Path(__file__).parents[2], env=environment(home), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(delay)
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    return process.returncode, err


def duration(root: Path, home: Path, here: Path) -> float:
    """Return how long an undisturbed run takes."""
    started = time.perf_counter()
    subprocess.run(
        command(root, "new", "timing", "-y", "-o", str(here)),
        cwd=Path(__file__).parents[2], env=environment(home), capture_output=True, check=True,
    )  # fmt: skip
    return time.perf_counter() - started


@pytest.fixture
def delays(root: Path, home: Path, tmp_path: Path) -> Iterator[float]:
    """Yield random moments of a run, from before Python is up until after the end."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in a shell's background job
        signal.signal(signal.SIGINT, signal.default_int_handler)
    (tmp_path / "timing").mkdir()
    longest = duration(root, home, tmp_path / "timing") * 1.2
    chance = random.Random(2026)
    return (chance.uniform(0.0, longest) for _ in iter(int, 1))


def volley(
    root: Path, home: Path, here: Path, delays: Iterator[float], number: signal.Signals, count: int
) -> dict[str, int]:
    """Interrupt many runs and count how they ended; check each."""
    ends = {"absent": 0, "complete": 0}
    for shot in range(count):
        place = here / f"shot-{shot}"
        place.mkdir()
        status, err = shoot(root, home, place, number, next(delays))
        left = [path for path in place.iterdir() if not path.name.startswith(".shop-")]
        assert left in ([], [place / "shop"])
        ends["complete" if left else "absent"] += 1
        if left:
            assert len(tree(place / "shop")) == FILES
        if number is not signal.SIGKILL:
            assert list(place.iterdir()) == left, err
        elif not left:
            afterwards(root, home, place)
            assert "Traceback" not in err or "/generator/" not in err
        if status == 130:
            assert ("Nothing was written." in err) == (not left)
            assert ("is complete" in err) == bool(left)
    return ends


def afterwards(root: Path, home: Path, place: Path) -> None:
    """Check that the next run takes away what a killed one left."""
    for folder in place.iterdir():
        os.utime(folder, (0, 0))
    run = command(root, "new", "shop", "-y", "-o", str(place))
    subprocess.run(
        run, cwd=Path(__file__).parents[2], env=environment(home), capture_output=True, check=True
    )
    assert list(place.iterdir()) == [place / "shop"]


SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGKILL]


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_leaves_all_or_nothing(
    root: Path, home: Path, here: Path, delays: Iterator[float], number: signal.Signals
) -> None:
    assert sum(volley(root, home, here, delays, number, 5).values()) == 5


@pytest.mark.slow
@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_hundreds_of_signals_leave_all_or_nothing(
    root: Path, home: Path, here: Path, delays: Iterator[float], number: signal.Signals
) -> None:
    ends = volley(root, home, here, delays, number, 150)
    print(number.name, ends)
    assert min(ends.values()) > 0


def test_a_kill_while_writing_into_a_folder_loses_nothing(
    root: Path, home: Path, here: Path, delays: Iterator[float]
) -> None:
    (here / "shop").mkdir()
    (here / "shop/README.md").write_text("mine\n")
    for _ in range(8):
        shoot(root, home, here, signal.SIGTERM, next(delays), "--if-exists", "skip")
        assert (here / "shop/README.md").read_text() == "mine\n"
        assert len(tree(here / "shop")) in (1, FILES)
        assert [path.name for path in here.iterdir()] == ["shop"]


def left_behind(here: Path, *, age: float) -> Path:
    """Return a folder as a killed run leaves it."""
    folder = here / ".shop-abcdefgh.whichway"
    (folder / "package").mkdir(parents=True)
    (folder / "package/half.py").touch()
    os.utime(folder, (time.time() - age,) * 2)
    return folder


def test_the_next_run_takes_away_what_a_killed_one_left(whichway: Whichway, here: Path) -> None:
    left_behind(here, age=3600)
    assert whichway("new", "shop", "-y").status == 0
    assert [path.name for path in here.iterdir()] == ["shop"]


def test_what_may_be_in_use_or_holds_files_of_the_user_stays(
    whichway: Whichway, here: Path
) -> None:
    new = left_behind(here, age=1)
    assert whichway("new", "shop", "-y").status == 0
    assert new.exists()
    (new / "old").mkdir()
    os.utime(new, (0, 0))
    assert whichway("new", "shop", "-y", "--if-exists", "skip").status == 0
    assert new.exists()
    (new / "old").rmdir()
    os.utime(new, (0, 0))
    handle = os.open(new, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)  # as a run does that is still at it
    assert whichway("new", "shop", "-y", "--if-exists", "skip").status == 0
    assert new.exists()
    os.close(handle)
    assert whichway("new", "shop", "-y", "--if-exists", "skip").status == 0
    assert not new.exists()


def test_one_of_several_runs_at_once_wins(root: Path, home: Path, here: Path) -> None:
    for _ in range(3):
        runs = [
            subprocess.Popen(
                command(root, "new", "shop", "-y", "-o", str(here)),
                cwd=Path(__file__).parents[2], env=environment(home), stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            )
            for _ in range(3)
        ]  # fmt: skip
        ends = [(run.communicate(timeout=60)[1], run.returncode) for run in runs]
        assert sorted(status for _, status in ends) == [0, 1, 1]
        for err, status in ends:
            if status:
                assert "appeared meanwhile" in err or "exists and is not an empty" in err
        assert len(tree(here / "shop")) == FILES
        assert [path.name for path in here.iterdir()] == ["shop"]
        (here / "shop").rename(here.parent / f"won-{time.monotonic_ns()}")

"""Ctrl-C and termination: stop at once or not at all, and say truly what was written."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]
_outcome = "Nothing was written."


def watch() -> None:
    """Turn the first signal into ``KeyboardInterrupt``; further ones leave the clean-up alone."""
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def outcome() -> str:
    """Return what to tell a user who interrupted."""
    return _outcome


def note_written(target: Path) -> None:
    """Remember that from now on the project stands, whatever happens."""
    global _outcome
    _outcome = f'Interrupted. "{target}" is complete; what would have come after is left to do.'


@contextmanager
def held() -> Iterator[None]:
    """Hold signals back while a step runs that has to be done whole."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _stop(number: int, frame: FrameType | None) -> None:
    for other in _SIGNALS:
        signal.signal(other, signal.SIG_IGN)
    raise KeyboardInterrupt

"""``whichway`` and ``python -m generator``: an interruption is told even while modules load."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command and end the process with its status."""
    gc.set_threshold(200_000)  # of what a short run makes, next to nothing becomes rubbish
    try:
        from generator.cli import run

        status = run()
    except KeyboardInterrupt:
        sys.stderr.write("Nothing was written.\n")
        status = 130
    _leave(status)


def _leave(status: int) -> None:
    """End the process at once: to take its modules apart takes longer than writing a project."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # whoever listened is gone; Python knows what to do
        sys.exit(status)
    os._exit(status)


if __name__ == "__main__":
    main()

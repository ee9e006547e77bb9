"""``whichway`` and ``python -m generator``: an interruption is told even while modules load."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command and exit with its status."""
    try:
        from generator.cli import run

        status = run()
    except KeyboardInterrupt:
        sys.stderr.write("Nothing was written.\n")
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()

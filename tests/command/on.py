"""``python -m tests.command.on ROOT ARGUMENT…``: the command with ROOT for its only templates."""

import sys


def main() -> None:
    """Run the command; an interruption while modules load is none of its tracebacks."""
    try:
        from pathlib import Path

        from generator import roots
        from generator.__main__ import main as command
    except KeyboardInterrupt:
        sys.stderr.write("Nothing was written.\n")
        sys.exit(130)
    place = Path(sys.argv.pop(1))
    roots.built_in_root = lambda: place
    command()


if __name__ == "__main__":
    main()

"""The project's folder, and the variables it is configured with.

A variable of the process wins over the same name in `.env`. Only what starts a
process, such as manage.py, reads that file: the settings do not, so the tests never
depend on what your `.env` says.
"""

from pathlib import Path

from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()

# slot: env.helpers


def read_dotenv() -> None:
    """Load `.env` from the project's folder, if it is there."""
    env.read_env(BASE_DIR / ".env", recurse=False)


# slot: env.functions many spaced

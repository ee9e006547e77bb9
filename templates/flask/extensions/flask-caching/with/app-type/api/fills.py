# fill: views.stats
from flask import Blueprint

stats = Blueprint("stats", __name__)


@stats.get("/api/v1/stats")
def show_stats() -> dict[str, int]:
    """Say how many notes there are in all, as of a minute ago."""
    return {"notes": count_notes()}


@cache.memoize()
def count_notes() -> int:
    """Count all notes: an example of something worth keeping."""
    # slot: notes.count

# fill: views.stats
from flask import Blueprint, render_template

stats = Blueprint("stats", __name__)


@stats.get("/stats")
def show_stats() -> str:
    """Show how many notes everybody has written, as of a minute ago."""
    return render_template("stats.html", count=count_notes())


@cache.memoize()
def count_notes() -> int:
    """Count all notes: an example of something worth keeping."""
    # slot: notes.count

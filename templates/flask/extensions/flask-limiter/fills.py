# fill: config.values
"RATELIMIT_DEFAULT": "120 per minute",
"RATELIMIT_HEADERS_ENABLED": True,
# Where Redis does not answer, each process counts for itself.
"RATELIMIT_IN_MEMORY_FALLBACK_ENABLED": True,

# fill: extensions
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

limiter = Limiter(get_remote_address)

# fill: app.init
app.config["RATELIMIT_STORAGE_URI"] = app.config["REDIS_URL"] or "memory://"
limiter.init_app(app)

# fill: app.last
limiter.exempt(health)
# slot: limiter.limits many

# fill: tests.fixtures
@pytest.fixture(autouse=True)
def no_limits(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tests ask as often as they like; `test_limits.py` sets limits."""
    monkeypatch.setattr(limiter, "enabled", False)

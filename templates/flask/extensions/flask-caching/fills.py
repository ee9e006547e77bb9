# fill: config.values
"CACHE_DEFAULT_TIMEOUT": 60,

# fill: extensions
from flask_caching import Cache

cache = Cache()

# fill: app.init
redis_url = app.config["REDIS_URL"]
app.config["CACHE_TYPE"] = "RedisCache" if redis_url else "SimpleCache"
app.config["CACHE_REDIS_URL"] = redis_url
cache.init_app(app)

# fill: app.blueprints
app.register_blueprint(stats)

# fill: tests.fixtures
@pytest.fixture(autouse=True)
def fresh_cache(app: Flask) -> None:
    """Let no test find what another one has kept."""
    with app.app_context():
        cache.clear()

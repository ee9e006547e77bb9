# fill: settings.session_cache
# Read from the cache, kept in the database: losing the cache logs nobody out.
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

# fill: settings.database
from config.env import BASE_DIR, env

# Tuned for a server: readers do not wait for the writer (WAL), a writer takes its
# turn at once instead of failing half-way (IMMEDIATE), and waits up to 20 seconds.
DATABASES = {"default": env.dj_db_url("DATABASE_URL")}
if DATABASES["default"]["NAME"] != ":memory:":
    # A relative path means the project's folder, wherever the process started.
    DATABASES["default"]["NAME"] = BASE_DIR / DATABASES["default"]["NAME"]
DATABASES["default"]["OPTIONS"] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode = WAL;"
        "PRAGMA synchronous = NORMAL;"
        "PRAGMA mmap_size = 134217728;"
        "PRAGMA journal_size_limit = 27103364;"
        "PRAGMA cache_size = 2000;"
    ),
}

# fill: tests.database_header
return "database: SQLite"

# fill: tests.production_variables
DATABASE_URL="sqlite:///db.sqlite3",

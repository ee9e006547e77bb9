# fill: settings.database
from config.env import env

DATABASES = {"default": env.dj_db_url("DATABASE_URL")}
# The tests run on SQLite unless they are given a DATABASE_URL.
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # Each process keeps a pool of connections; all processes together must stay
    # below the server's max_connections.
    DATABASES["default"]["OPTIONS"] = {
        **DATABASES["default"].get("OPTIONS", {}),
        "pool": {"min_size": 1, "max_size": 8, "timeout": 10},
    }
    # The server may have closed what lies in the pool, by a restart say: a request
    # gets a connection that still answers.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# fill: tests.database_header
from django.db import connection

if connection.vendor == "sqlite":
    return "database: SQLite; set DATABASE_URL to test on PostgreSQL"
return "database: a new one beside the one that DATABASE_URL names"

# fill: tests.production_variables
DATABASE_URL="postgresql://app:secret@db.example.com:5432/app",

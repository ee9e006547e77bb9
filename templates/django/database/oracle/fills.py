# fill: settings.database
from config.env import env

DATABASES = {"default": env.dj_db_url("DATABASE_URL")}
# The tests run on SQLite unless they are given a DATABASE_URL.
if DATABASES["default"]["ENGINE"] == "django.db.backends.oracle":
    oracle = DATABASES["default"]
    # host:port/service (with a separate PORT, Django takes the name for a SID).
    oracle["NAME"] = f"{oracle['HOST']}:{oracle['PORT'] or 1521}/{oracle['NAME']}"
    oracle["HOST"] = oracle["PORT"] = ""
    # Each process keeps a pool of connections.
    oracle["OPTIONS"] = {"pool": {"min": 1, "max": 8, "increment": 1}}

# fill: tests.database_header
from django.db import connection

if connection.vendor == "sqlite":
    return "database: SQLite; set DATABASE_URL to test on Oracle"
return "database: a new one beside the one that DATABASE_URL names"

# fill: tests.production_variables
DATABASE_URL="oracle://app:secret@db.example.com:1521/FREEPDB1",

# fill: config.init
import pymysql

# Django asks for MySQLdb; PyMySQL is the same in pure Python.
pymysql.install_as_MySQLdb()

# fill: settings.database
from config.env import env

DATABASES = {"default": env.dj_db_url("DATABASE_URL")}
# The tests run on SQLite unless they are given a DATABASE_URL.
if DATABASES["default"]["ENGINE"] == "django.db.backends.mysql":
    # Strict: a value that does not fit is an error and not cut off.
    DATABASES["default"]["OPTIONS"] = {
        **DATABASES["default"].get("OPTIONS", {}),
        "charset": "utf8mb4",
        "init_command": "SET sql_mode = 'STRICT_TRANS_TABLES'",
        "isolation_level": "read committed",
    }
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["TEST"] = {"CHARSET": "utf8mb4"}

# fill: tests.database_header
from django.db import connection

if connection.vendor == "sqlite":
    return "database: SQLite; set DATABASE_URL to test on MySQL"
return "database: a new one beside the one that DATABASE_URL names"

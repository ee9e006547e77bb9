# fill: settings.logging_section
# Logs: to standard error, where the platform collects them

# slot: settings.logging

# fill: settings.concerns
from config.settings.logging import *

# fill: settings.logging
from config.env import env

# text is for reading in a terminal, json for the machines that search logs.
LOG_FORMAT = env.str("LOG_FORMAT", default="json")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "config.logging.RequestIdFilter"}},
    "formatters": {
        "json": {"()": "config.logging.JsonFormatter"},
        "text": {"format": "%(levelname)s %(name)s [%(request_id)s] %(message)s"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["request_id"],
            "formatter": LOG_FORMAT,
        },
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # runserver's line per request says what ours says already.
        "django.server": {"level": "ERROR"},
    },
}

# fill: settings.cors_exposed
"X-Request-ID",

# fill: settings.middleware_first
"config.logging.RequestLogMiddleware",

# fill: gunicorn.options
# Its own messages like those of the project. No access log: the project writes
# a line per request.
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "config.logging.JsonFormatter"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "gunicorn.error": {"handlers": ["console"], "propagate": False},
        "gunicorn.access": {"handlers": [], "propagate": False},
    },
}

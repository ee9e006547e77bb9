# fill: settings.logging_section
# Logs: everything from level INFO on goes to standard error

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Django's own handlers print nothing when DEBUG is off.
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}

# fill: settings.production_extras
from config.sentry import report_errors

report_errors(env.str("SENTRY_DSN", default=""))

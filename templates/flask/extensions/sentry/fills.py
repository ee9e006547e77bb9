# fill: config.values
"SENTRY_DSN": sentry_dsn(environ),
"SENTRY_ENVIRONMENT": environ.get("SENTRY_ENVIRONMENT", "production"),

# fill: config.helpers
from sentry_sdk.utils import BadDsn, Dsn


def sentry_dsn(environ: Mapping[str, str]) -> str:
    """Read where errors are reported to; empty: nowhere."""
    dsn = environ.get("SENTRY_DSN", "")
    try:
        return dsn and str(Dsn(dsn))
    except BadDsn as error:
        raise ConfigError(
            f"SENTRY_DSN cannot be used ({error}); copy it from the project's settings."
        ) from None

# fill: app.init
import sentry_sdk

if app.config["SENTRY_DSN"]:
    sentry_sdk.init(
        app.config["SENTRY_DSN"],
        environment=app.config["SENTRY_ENVIRONMENT"],
        # What people send is theirs, and stands in bodies and in variables alike.
        max_request_body_size="never",
        include_local_variables=False,
    )

# fill: tests.bad_settings
("SENTRY_DSN", "not an address"),

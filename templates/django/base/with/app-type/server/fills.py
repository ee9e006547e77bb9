# fill: settings.production
from config.env import env

# HTTPS=false is for trying these settings on your own machine only.
HTTPS = env.bool("HTTPS", default=True)
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
# Browsers remember this one: raise it to a year (31536000) once every subdomain
# is served over HTTPS for good.
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=3600) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
# Only a proxy of your own may say that the request came in over HTTPS.
if env.int("NUM_PROXIES", default=0):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# slot: settings.production_extras many spaced

# fill: env.helpers
from django.core.exceptions import ImproperlyConfigured

HOW_TO_MAKE_A_KEY = (
    "Make one with: python -c 'import secrets; print(secrets.token_urlsafe(64))'"
)

# fill: env.functions
def secret_key(*, production: bool) -> str:
    """Return SECRET_KEY, or say how to get one."""
    key = env.str("SECRET_KEY", default="")
    if not key:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. Copy .env.example to .env, or set the variable. "
            + HOW_TO_MAKE_A_KEY
        )
    if production and key.startswith("only-for-development"):
        raise ImproperlyConfigured(
            "SECRET_KEY still is the one of .env.example. " + HOW_TO_MAKE_A_KEY
        )
    return key

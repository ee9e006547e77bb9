# fill: settings.applications
INSTALLED_APPS = [
    # slot: settings.apps_first many
    # slot: settings.contrib_apps many
    "django.contrib.staticfiles",
    # slot: settings.third_party_apps many
    # slot: settings.own_apps many
]

MIDDLEWARE = [
    "config.health.HealthMiddleware",
    # slot: settings.middleware_first many
    "django.middleware.security.SecurityMiddleware",
    # slot: settings.middleware_after_security many
    # slot: settings.middleware_session many
    # slot: settings.middleware_after_session many
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    # slot: settings.middleware_auth many
    # slot: settings.middleware_after_auth many
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # slot: settings.middleware_last many
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # slot: settings.template_dirs
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                # slot: settings.context_processors many
            ],
        },
    },
]

# fill: settings.internationalization
LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
# slot: settings.languages

# fill: settings.static
STATIC_URL = "static/"
# Where `manage.py collectstatic` gathers the files of every app for the server.
STATIC_ROOT = BASE_DIR / "staticfiles"
# slot: settings.static_dirs
# slot: settings.storages

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

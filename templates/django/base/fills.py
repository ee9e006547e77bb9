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

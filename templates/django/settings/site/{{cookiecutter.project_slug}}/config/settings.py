"""Settings of {{ cookiecutter.project_name }}.

Only you and `manage.py build` ever talk to this Django: visitors get the files that
it wrote. So nothing here is about a server, sessions or secrets.
"""

from django.core.management.utils import get_random_secret_key
from environs import validate

from config.env import BASE_DIR, env

# Shows you what is wrong with a page; no visitor is ever near it.
DEBUG = True
# Nothing here is signed with it, but the page that shows you an error insists on one.
SECRET_KEY = get_random_secret_key()

# Where the site will be: links in the feed and the sitemap begin so.
SITE_URL = env.str(
    "SITE_URL",
    default="http://127.0.0.1:8000/",
    validate=validate.URL(require_tld=False),
)
SITE_NAME = "{{ cookiecutter.project_name }}"
CONTENT_DIR = BASE_DIR / "content"

# Where `manage.py build` writes the site. It empties the folder first.
DISTILL_DIR = BASE_DIR / "build"

# Pygments' styles for code, on light and on dark screens.
CODE_STYLE = "xcode"
CODE_STYLE_DARK = "monokai"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django_distill",
    "pages",
]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
ROOT_URLCONF = "config.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "pages.context_processors.site",
            ],
            "builtins": ["django.templatetags.static", "pages.templatetags.links"],
        },
    },
]

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Gathered there for the build.
STATIC_ROOT = BASE_DIR / "staticfiles"

# django-distill warns at every build that it copies no uploads: there are none.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "loggers": {"main": {"level": "ERROR"}},
}

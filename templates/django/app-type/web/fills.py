# fill: settings.template_dirs
"DIRS": [BASE_DIR / "templates"],

# fill: settings.context_processors
"django.template.context_processors.i18n",
"config.context_processors.site",

# fill: settings.static_dirs
STATICFILES_DIRS = [BASE_DIR / "static"]

# fill: settings.site
# The name that pages and mails show.
SITE_NAME = "{{ cookiecutter.project_name }}"

# fill: settings.middleware_after_session
"django.middleware.locale.LocaleMiddleware",

# fill: settings.languages
# One line per language that has its translation in locale/.
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]

# fill: urls.patterns
from django.urls import path
from django.views.generic import TemplateView

path("", TemplateView.as_view(template_name="home.html"), name="home"),

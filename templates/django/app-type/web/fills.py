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

# fill: tests.production_variables
EMAIL_URL="submission://app:secret@smtp.example.com",

# fill: env.functions
from typing import Any

from django.core.exceptions import ImproperlyConfigured

def mail_server() -> dict[str, Any]:
    """Return what EMAIL_URL says, or say what it may look like."""
    mail: dict[str, Any] = env.dj_email_url("EMAIL_URL", default="console:")
    if "EMAIL_BACKEND" not in mail:
        raise ImproperlyConfigured(
            "EMAIL_URL names no way to send mail. It looks like console: or "
            "submission://user:password@smtp.example.com."
        )
    return mail

# fill: tests.commands
def test_a_mail_server_that_makes_no_sense_is_an_error_that_says_so() -> None:
    result = manage("check", **DEVELOPMENT, **SECRET, EMAIL_URL="mail.example.com")

    assert result.returncode != 0
    assert "EMAIL_URL names no way to send mail" in result.stderr

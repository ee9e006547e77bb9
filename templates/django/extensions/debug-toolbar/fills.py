# fill: settings.development
# The toolbar is a development dependency: not installed on a server. Browsers on
# these addresses see it.
INTERNAL_IPS = ["127.0.0.1"]
INSTALLED_APPS = [*INSTALLED_APPS, "debug_toolbar"]
MIDDLEWARE = ["debug_toolbar.middleware.DebugToolbarMiddleware", *MIDDLEWARE]

# fill: urls.handlers
from django.conf import settings
from django.urls import include, path

if "debug_toolbar" in settings.INSTALLED_APPS:
    urlpatterns.append(path("__debug__/", include("debug_toolbar.urls")))

# fill: tests.commands
def test_the_toolbar_is_there_in_development_only() -> None:
    question = "from django.urls import reverse; print(reverse('djdt:render_panel'))"

    development = manage("shell", "--command", question, **DEVELOPMENT, **SECRET)
    production = manage("shell", "--command", question, **PRODUCTION, **SECRET)

    assert "/__debug__/render_panel/" in development.stdout
    assert "NoReverseMatch" in production.stderr

# fill: settings.contrib_apps
"django.contrib.messages",

# fill: settings.middleware_session
"django.contrib.sessions.middleware.SessionMiddleware",

# fill: settings.middleware_after_auth
"django.contrib.messages.middleware.MessageMiddleware",

# fill: settings.context_processors
"django.contrib.messages.context_processors.messages",

# fill: settings.extensions
# Without a database a session lives in a signed cookie: nothing secret in there.
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_HTTPONLY = True

# fill: urls.patterns
from django.urls import include, path

path("contact/", include("contact.urls")),

# fill: config.init
import django_stubs_ext

# Lets classes of Django be written as mypy reads them, e.g. FormView[ContactForm].
django_stubs_ext.monkeypatch()

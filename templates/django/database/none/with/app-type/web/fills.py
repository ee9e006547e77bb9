# fill: settings.contrib_apps
"django.contrib.messages",

# fill: settings.own_apps
"contact",

# fill: settings.middleware_session
"django.contrib.sessions.middleware.SessionMiddleware",

# fill: settings.middleware_after_auth
"django.contrib.messages.middleware.MessageMiddleware",

# fill: settings.context_processors
"django.contrib.messages.context_processors.messages",

# fill: settings.concerns
from config.settings.extensions import *

# fill: settings.extensions
from config.env import env

# Without a database a session lives in a signed cookie: nothing secret in there.
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_HTTPONLY = True

# Who gets what visitors send.
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="webmaster@localhost")

# fill: urls.patterns
from django.urls import include, path

path("contact/", include("contact.urls")),

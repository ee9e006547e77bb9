# fill: settings.auth_urls
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "notes:list"
LOGOUT_REDIRECT_URL = "home"

# fill: urls.patterns
from django.urls import include, path

path("accounts/", include("users.urls")),

# fill: settings.third_party_apps
"ninja",

# fill: settings.own_apps
"tokens",

# fill: settings.concerns
from config.settings.api import *

# fill: settings.api_section
# API

# slot: settings.api

# fill: settings.api
from datetime import timedelta

from config.env import env

ACCESS_TOKEN_LIFETIME = timedelta(minutes=15)
REFRESH_TOKEN_LIFETIME = timedelta(days=14)
NINJA_NUM_PROXIES = env.int("NUM_PROXIES", default=0)

# fill: urls.patterns
from django.urls import path

from config.api.v1 import api

# A second version is a second module with an api of its own: "api/v2/".
path("api/v1/", api.urls),

# fill: tests.access_token
from tokens.services import issue

return issue(user).access

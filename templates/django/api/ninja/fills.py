# fill: settings.third_party_apps
"ninja",

# fill: settings.concerns
from config.settings.api import *

# fill: settings.api_section
# API

# slot: settings.api

# fill: settings.api
from config.env import env

# slot: settings.token_lifetimes
NINJA_NUM_PROXIES = env.int("NUM_PROXIES", default=0)

# fill: urls.patterns
from django.urls import path

from config.api.v1 import api

# A second version is a second module with an api of its own: "api/v2/".
path("api/v1/", api.urls),

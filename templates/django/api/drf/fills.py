# fill: settings.third_party_apps
"django_filters",
"drf_spectacular",
"drf_spectacular_sidecar",
"rest_framework",

# fill: settings.concerns
from config.settings.api import *

# fill: settings.api_section
# API

# slot: settings.api

# fill: settings.api
from datetime import timedelta
from typing import Any

from config.env import env

REST_FRAMEWORK: dict[str, Any] = {
    # Tokens for clients; the session is for whoever is logged in to the admin site.
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework_simplejwt.authentication.JWTAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.NamespaceVersioning",
    "DEFAULT_VERSION": "v1",
    "DEFAULT_PAGINATION_CLASS": "config.api.pagination.PagePagination",
    "DEFAULT_FILTER_BACKENDS": [
        "django_filters.rest_framework.DjangoFilterBackend",
        "rest_framework.filters.SearchFilter",
        "config.api.ordering.StableOrderingFilter",
    ],
    # Counted in the cache: processes share the count when they share the cache.
    "DEFAULT_THROTTLE_CLASSES": [
        "rest_framework.throttling.AnonRateThrottle",
        "rest_framework.throttling.UserRateThrottle",
        "rest_framework.throttling.ScopedRateThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {"anon": "60/min", "user": "600/min", "auth": "10/min"},
    "NUM_PROXIES": env.int("NUM_PROXIES", default=0),
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "config.api.errors.exception_handler",
}

SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=15),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=14),
    # A refresh token works once: a stolen copy is found out by its second use.
    "ROTATE_REFRESH_TOKENS": True,
    "BLACKLIST_AFTER_ROTATION": True,
    # slot: settings.token_serializers
    "UPDATE_LAST_LOGIN": True,
    # A new password ends every session.
    "CHECK_REVOKE_TOKEN": True,
}

SPECTACULAR_SETTINGS = {
    "TITLE": "{{ cookiecutter.project_name }}",
    "DESCRIPTION": "{{ cookiecutter.description }}",
    "VERSION": "1.0.0",
    "SCHEMA_PATH_PREFIX": r"/api/v[0-9]+",
    "SERVE_INCLUDE_SCHEMA": False,
    # What is sent differs from what comes back: no id, a title that is not empty.
    "COMPONENT_SPLIT_REQUEST": True,
    # The assets come from this server, not from a content delivery network.
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "config.api.schema.document_errors",
    ],
}

# fill: settings.development
# The API in the browser, with forms: log in to the admin site and look at it.
REST_FRAMEWORK["DEFAULT_RENDERER_CLASSES"].append(
    "rest_framework.renderers.BrowsableAPIRenderer"
)

# fill: settings.test
# No limits; the tests of the limits set their own.
REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"] = {"anon": None, "user": None, "auth": None}

# fill: urls.patterns
from django.urls import include, path

# A second version is a second module: include it as ("config.api.v2", "v2").
path("api/v1/", include(("config.api.v1", "v1"))),

# fill: tests.access_token
from rest_framework_simplejwt.tokens import AccessToken

return str(AccessToken.for_user(user))

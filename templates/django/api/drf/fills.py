# fill: settings.third_party_apps
"drf_spectacular",
"drf_spectacular_sidecar",
"rest_framework",

# fill: settings.concerns
from config.settings.api import *

# fill: settings.api_section
# API

# slot: settings.api

# fill: settings.api
from typing import Any

from config.env import env

REST_FRAMEWORK: dict[str, Any] = {
    # slot: settings.rest_access
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["config.api.parsers.JSONParser"],
    "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.NamespaceVersioning",
    "DEFAULT_VERSION": "v1",
    # slot: settings.rest_lists
    # Counted in the cache: processes share the count when they share the cache.
    # slot: settings.rest_throttles
    "NUM_PROXIES": env.int("NUM_PROXIES", default=0),
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "config.api.errors.exception_handler",
}

# slot: settings.simple_jwt

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

# fill: urls.patterns
from django.urls import include, path

# A second version is a second module: include it as ("config.api.v2", "v2").
path("api/v1/", include(("config.api.v1", "v1"))),

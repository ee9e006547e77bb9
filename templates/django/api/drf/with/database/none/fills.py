# fill: settings.rest_access
# There are no users: everybody may do all that there is.
"DEFAULT_AUTHENTICATION_CLASSES": [],
"UNAUTHENTICATED_USER": None,

# fill: settings.rest_throttles
"DEFAULT_THROTTLE_CLASSES": [
    "rest_framework.throttling.AnonRateThrottle",
    "rest_framework.throttling.ScopedRateThrottle",
],
"DEFAULT_THROTTLE_RATES": {"anon": "60/min", "messages": "10/min"},

# fill: settings.development
# The API in the browser, with forms.
REST_FRAMEWORK["DEFAULT_RENDERER_CLASSES"].append(
    "rest_framework.renderers.BrowsableAPIRenderer"
)

# fill: settings.test
# No limits; the test of the limit sets its own.
REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"] = {"anon": None, "messages": None}

# fill: drf.urls
from contact.api.views import MessageView

path("messages/", MessageView.as_view(), name="messages"),

# fill: drf.schema_test
assert "/api/v1/messages/" in output.getvalue()

# fill: settings.third_party_apps
"django_filters",

# fill: settings.rest_access
# Tokens for clients; the session is for whoever is logged in to the admin site.
"DEFAULT_AUTHENTICATION_CLASSES": [
    "rest_framework_simplejwt.authentication.JWTAuthentication",
    "rest_framework.authentication.SessionAuthentication",
],
"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],

# fill: settings.rest_lists
"DEFAULT_PAGINATION_CLASS": "config.api.pagination.PagePagination",
"DEFAULT_FILTER_BACKENDS": [
    "django_filters.rest_framework.DjangoFilterBackend",
    "rest_framework.filters.SearchFilter",
    "config.api.ordering.StableOrderingFilter",
],

# fill: settings.rest_throttles
"DEFAULT_THROTTLE_CLASSES": [
    "rest_framework.throttling.AnonRateThrottle",
    "rest_framework.throttling.UserRateThrottle",
    "rest_framework.throttling.ScopedRateThrottle",
],
"DEFAULT_THROTTLE_RATES": {"anon": "60/min", "user": "600/min", "auth": "10/min"},

# fill: settings.simple_jwt
from datetime import timedelta

SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=15),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=14),
    # A refresh token works once: a stolen copy is found out by its second use.
    "ROTATE_REFRESH_TOKENS": True,
    "BLACKLIST_AFTER_ROTATION": True,
    "TOKEN_REFRESH_SERIALIZER": "users.api.serializers.RefreshSerializer",
    "TOKEN_BLACKLIST_SERIALIZER": "users.api.serializers.RevokeSerializer",
    # slot: settings.token_rule
    "UPDATE_LAST_LOGIN": True,
    # A new password ends every session.
    "CHECK_REVOKE_TOKEN": True,
}

# fill: settings.development
# The API in the browser, with forms: log in to the admin site and look at it.
REST_FRAMEWORK["DEFAULT_RENDERER_CLASSES"].append(
    "rest_framework.renderers.BrowsableAPIRenderer"
)

# fill: settings.test
# No limits; the tests of the limits set their own.
REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"] = {"anon": None, "user": None, "auth": None}

# fill: drf.routes
from notes.api.views import NoteViewSet

# slot: drf.router
router.register("notes", NoteViewSet, basename="note")

# fill: drf.urls
from users.api import views as users

*router.urls,
path("users/", users.RegisterView.as_view(), name="register"),
path("users/me/", users.MeView.as_view(), name="me"),
path("auth/token/", users.TokenView.as_view(), name="token"),
path("auth/token/refresh/", users.TokenRefreshView.as_view(), name="token-refresh"),
path("auth/token/revoke/", users.TokenRevokeView.as_view(), name="token-revoke"),

# fill: drf.schema_test
assert "/api/v1/notes/{id}/" in output.getvalue()

# fill: tests.access_token
from rest_framework_simplejwt.tokens import AccessToken

return str(AccessToken.for_user(user))

# fill: tests.shape
SHAPE = "notes.api.views.SHAPE"

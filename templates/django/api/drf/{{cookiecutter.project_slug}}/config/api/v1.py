"""Version 1 of the API: every endpoint below /api/v1/.

Once clients depend on it, it only grows. What would break them goes into a
version 2 beside it; views find out through `request.version`.
"""

from django.urls import path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from notes.api.views import NoteViewSet
from users.api import views as users

# slot: drf.router
router.register("notes", NoteViewSet, basename="note")

urlpatterns = [
    *router.urls,
    path("users/", users.RegisterView.as_view(), name="register"),
    path("users/me/", users.MeView.as_view(), name="me"),
    path("auth/token/", users.TokenView.as_view(), name="token"),
    path("auth/token/refresh/", users.TokenRefreshView.as_view(), name="token-refresh"),
    path("auth/token/revoke/", users.TokenRevokeView.as_view(), name="token-revoke"),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path(
        "docs/",
        SpectacularSwaggerSplitView.as_view(url_name="v1:schema"),
        name="docs",
    ),
]

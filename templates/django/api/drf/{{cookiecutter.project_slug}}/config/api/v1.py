"""Version 1 of the API: every endpoint below /api/v1/.

Once clients depend on it, it only grows. What would break them goes into a
version 2 beside it; views find out through `request.version`.
"""

from django.urls import path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

# slot: drf.routes

urlpatterns = [
    # slot: drf.urls
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path(
        "docs/",
        SpectacularSwaggerSplitView.as_view(url_name="v1:schema"),
        name="docs",
    ),
]

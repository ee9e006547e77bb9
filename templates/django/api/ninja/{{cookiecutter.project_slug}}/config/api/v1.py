"""Version 1 of the API: every endpoint below /api/v1/.

Once clients depend on it, it only grows. What would break them goes into a
version 2 beside it.
"""

from ninja import NinjaAPI
from ninja.throttling import AnonRateThrottle, UserRateThrottle

from config.api.auth import AUTH
from config.api.errors import give_errors_one_shape
from notes.api import router as notes
from tokens.api import router as tokens
from users.api import router as users

api = NinjaAPI(
    title="{{ cookiecutter.project_name }}",
    description="{{ cookiecutter.description }}",
    version="1.0.0",
    urls_namespace="v1",
    docs_url="/docs/",
    openapi_url="/schema/",
    auth=AUTH,
    # Counted in the cache: processes share the count when they share the cache.
    throttle=[AnonRateThrottle("60/m"), UserRateThrottle("600/m")],
)
give_errors_one_shape(api)

api.add_router("/notes/", notes, tags=["notes"])
api.add_router("/users/", users, tags=["users"])
api.add_router("/auth/", tokens, tags=["auth"])

"""Version 1 of the API: every endpoint below /api/v1/.

Once clients depend on it, it only grows. What would break them goes into a
version 2 beside it.
"""

from ninja import NinjaAPI

from config.api.errors import give_errors_one_shape

api = NinjaAPI(
    title="{{ cookiecutter.project_name }}",
    description="{{ cookiecutter.description }}",
    version="1.0.0",
    urls_namespace="v1",
    docs_url="/docs/",
    openapi_url="/schema/",
    # slot: ninja.auth
    # Counted in the cache: processes share the count when they share the cache.
    # slot: ninja.throttle
)
give_errors_one_shape(api)

# slot: ninja.routers

"""Health endpoints for load balancers and orchestrators.

- `/healthz` (liveness): the process answers.
- `/readyz` (readiness): everything a request needs answers too.
"""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

logger = logging.getLogger(__name__)

# slot: health.checks many spaced

# What /readyz asks. A check returns when all is well and raises when it is not.
CHECKS: dict[str, Callable[[], None]] = {}
# slot: health.registry many


class HealthMiddleware:
    """Answer the two paths before anything looks at host, HTTPS or session.

    A probe comes from inside, over plain HTTP, with an address for a host name:
    as views, both would need exceptions in ALLOWED_HOSTS and SECURE_SSL_REDIRECT.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == "/healthz":
            return JsonResponse({"status": "ok"})
        if request.path == "/readyz":
            return readiness()
        return self.get_response(request)


def readiness() -> JsonResponse:
    """Run every check; 503 when one of them fails."""
    results = {name: run(name, check) for name, check in CHECKS.items()}
    ready = all(results.values())
    return JsonResponse(
        {
            "status": "ok" if ready else "unavailable",
            "checks": {name: "ok" if ok else "failed" for name, ok in results.items()},
        },
        status=200 if ready else 503,
    )


def run(name: str, check: Callable[[], None]) -> bool:
    """Say whether a check passes; why it does not belongs in the log only."""
    try:
        check()
    except Exception:
        logger.exception("Not ready: %s", name)
        return False
    return True

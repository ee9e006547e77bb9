"""Types for requests whose user is known."""

from django.http import HttpRequest

from users.models import User


class AuthenticatedRequest(HttpRequest):
    """A request that a log-in check let through: for annotations."""

    user: User

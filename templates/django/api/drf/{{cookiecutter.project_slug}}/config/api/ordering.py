from typing import Any

from django.db.models import Model, QuerySet
from rest_framework.filters import OrderingFilter
from rest_framework.request import Request
from rest_framework.views import APIView


class StableOrderingFilter(OrderingFilter):
    """?ordering=-title, and the key decides between equals.

    Without it the database may put an object on two pages, or on none.
    """

    def get_ordering(
        self, request: Request, queryset: QuerySet[Model], view: APIView
    ) -> Any:
        ordering = super().get_ordering(request, queryset, view)
        return [*ordering, "-pk"] if ordering else None

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.filters import OrderingFilter
from rest_framework.request import Request
from rest_framework.views import APIView


class StableOrderingFilter(OrderingFilter):
    """?ordering=-title, and the key decides between equals.

    Without it the database may put an object on two pages, or on none. A field that
    does not exist is an error, not silently another order.
    """

    def get_ordering(
        self, request: Request, queryset: QuerySet[Model], view: APIView
    ) -> Any:
        ordering = super().get_ordering(request, queryset, view)
        return [*ordering, "-pk"] if ordering else None

    def remove_invalid_fields(
        self,
        queryset: QuerySet[Model],
        fields: Iterable[str],
        view: APIView,
        request: Request,
    ) -> list[str]:
        asked = list(fields)
        valid = list(super().remove_invalid_fields(queryset, asked, view, request))
        if valid != asked:
            message = _("Nothing can be ordered by that.")
            raise ValidationError({"ordering": [message]})
        return valid

"""Lists come in pages: ?page=2&page_size=50, never more than 100 at once."""

from typing import Any

from django.core.paginator import EmptyPage, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Field, Schema

PAGE_SIZE = 20
MAX_PAGE_SIZE = 100


class Page(Schema):
    """What every page says; a list adds its `results`."""

    count: int
    next: str | None
    previous: str | None


class PageQuery(Schema):
    page: int = Field(1, ge=1)
    page_size: int = Field(PAGE_SIZE, ge=1)


def page_of(
    request: HttpRequest, items: QuerySet[Any], query: PageQuery
) -> dict[str, Any]:
    """Return one page, and the addresses of those beside it."""
    paginator = Paginator(items, min(query.page_size, MAX_PAGE_SIZE))
    try:
        page = paginator.page(query.page)
    except EmptyPage as error:
        raise Http404 from error

    def address(number: int) -> str:
        parameters = request.GET.copy()
        parameters["page"] = str(number)
        return request.build_absolute_uri(f"?{parameters.urlencode()}")

    return {
        "count": paginator.count,
        "next": address(query.page + 1) if page.has_next() else None,
        "previous": address(query.page - 1) if page.has_previous() else None,
        "results": list(page.object_list),
    }

"""Links that hold wherever the site is published, below a path too."""

from posixpath import relpath
from typing import Any
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.template.context import Context
from django.templatetags.static import static
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def link(context: Context, name: str, *args: Any) -> str:
    """Return the address of a page, seen from the page that is shown."""
    return seen_from(context, reverse(name, args=args))


@register.simple_tag(takes_context=True)
def file(context: Context, name: str) -> str:
    """Return the address of a static file, seen from the page that is shown."""
    return seen_from(context, static(name))


def seen_from(context: Context, address: str) -> str:
    """Make an address relative; the page for unknown addresses could be anywhere."""
    here = context["request"].path
    if here == reverse("not_found"):
        return absolute(address)
    relative = relpath(address, here.rpartition("/")[0] or "/")
    return f"{relative}/" if address.endswith("/") else relative


def absolute(address: str) -> str:
    """Return an address as others have to write it."""
    return urljoin(settings.SITE_URL.rstrip("/") + "/", address.removeprefix("/"))

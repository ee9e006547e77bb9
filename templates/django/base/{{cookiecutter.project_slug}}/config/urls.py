"""Every URL of the project. An app brings a urls.py of its own, included here."""

from django.urls import URLPattern, URLResolver

# slot: urls.setup many spaced

urlpatterns: list[URLPattern | URLResolver] = [
    # slot: urls.first many
    # slot: urls.patterns many
    # slot: urls.last many
]
# slot: urls.handlers many spaced

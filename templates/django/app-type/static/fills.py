# fill: urls.patterns
from django.urls import include, path

path("", include("pages.urls")),

# fill: urls.patterns
from django.urls import include, path

path("notes/", include("notes.urls")),

# fill: notes.model_methods
from django.urls import reverse


def get_absolute_url(self) -> str:
    return reverse("notes:detail", args=[self.pk])

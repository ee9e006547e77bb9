from io import StringIO

from django.core.management import call_command
from django.test import Client
from django.urls import reverse

def test_the_openapi_document_is_valid_and_complete() -> None:
    output = StringIO()

    call_command(
        "spectacular",
        api_version="v1",
        validate=True,
        fail_on_warn=True,
        stdout=output,
    )

    # slot: drf.schema_test


def test_the_documentation_is_served_from_here(client: Client) -> None:
    page = client.get(reverse("v1:docs"))

    assert page.status_code == 200
    assert "https://" not in page.text
    assert client.get(reverse("v1:schema")).status_code == 200

"""Static files as production serves them: collected, hashed, compressed."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.templatetags.static import static
from django.test import Client, override_settings

# slot: static.example


@pytest.fixture(scope="module", autouse=True)
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Collect the files once for all tests of this module."""
    with override_settings(
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        STORAGES=settings.PRODUCTION_STORAGES,
        WHITENOISE_AUTOREFRESH=False,
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield


def test_a_file_has_a_hashed_name_and_is_kept_forever() -> None:
    url = static(FILE)
    stem, _, ending = FILE.rpartition(".")
    assert re.fullmatch(rf"/static/{stem}\.[0-9a-f]+\.{ending}", url)

    response = Client().get(url)

    assert response.status_code == 200
    assert response.getvalue()
    assert response["Content-Type"].startswith(TYPE)
    assert response["Cache-Control"] == "max-age=315360000, public, immutable"


def test_a_file_is_sent_compressed() -> None:
    response = Client().get(static(FILE), headers={"Accept-Encoding": "gzip"})

    assert response["Content-Encoding"] == "gzip"
    text = gzip.decompress(response.getvalue()).decode()
    original = finders.find(FILE)
    assert original
    assert text.splitlines()[:1] == Path(original).read_text().splitlines()[:1]


def test_a_file_that_is_not_there_is_an_error_and_no_broken_link() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        static("nowhere.css")

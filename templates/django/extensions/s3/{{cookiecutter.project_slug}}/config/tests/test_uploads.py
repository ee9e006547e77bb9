"""Uploads as production keeps them; the bucket's answers are made up."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from botocore.stub import ANY, Stubber
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from pytest_django import Settings
from storages.backends.s3 import S3Storage


@pytest.fixture
def bucket(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stubber]:
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    options = {"access_key": "key", "secret_key": "secret", "region_name": "eu-west-1"}
    uploads = settings.UPLOADS
    settings.STORAGES = settings.STORAGES | {
        "default": uploads | {"OPTIONS": uploads["OPTIONS"] | options}
    }
    storage = storages["default"]
    assert isinstance(storage, S3Storage)
    client = storage.connection.meta.client
    with Stubber(client) as stubber:
        yield stubber
        stubber.assert_no_pending_responses()
    client.close()


def test_a_file_goes_into_the_bucket_under_a_name_of_its_own(bucket: Stubber) -> None:
    bucket.add_response("head_object", {}, {"Bucket": "uploads", "Key": "hello.txt"})
    bucket.add_client_error("head_object", "404", http_status_code=404)
    bucket.add_response(
        "put_object",
        {},
        {
            "Bucket": "uploads",
            "Key": ANY,
            "Body": ANY,
            "ContentType": "text/plain",
            "ChecksumAlgorithm": ANY,
        },
    )

    name = storages["default"].save("hello.txt", ContentFile(b"hello"))

    assert name != "hello.txt"
    assert name.startswith("hello_")


@pytest.mark.usefixtures("bucket")
def test_a_link_is_signed_and_ends_after_an_hour() -> None:
    query = parse_qs(urlsplit(storages["default"].url("hello.txt")).query)

    assert query["X-Amz-Expires"] == ["3600"]
    assert query["X-Amz-Signature"]

# fill: settings.concerns
from config.settings.extensions import *

# fill: settings.extensions
from config.env import BASE_DIR, env

# Uploaded files: development keeps them in a folder, production in a bucket.
MEDIA_URL = "media/"
MEDIA_ROOT = BASE_DIR / "media"
UPLOADS = {
    "BACKEND": "storages.backends.s3.S3Storage",
    "OPTIONS": {
        "bucket_name": env.str("S3_BUCKET", default=""),
        "access_key": env.str("S3_ACCESS_KEY", default="") or None,
        "secret_key": env.str("S3_SECRET_KEY", default="") or None,
        "endpoint_url": env.str("S3_ENDPOINT_URL", default="") or None,
        "signature_version": "s3v4",
        # The bucket is private: a link is signed, and good for an hour.
        "querystring_auth": True,
        "querystring_expire": 3600,
        # Two files of one name are two files.
        "file_overwrite": False,
    },
}

# fill: settings.production_extras
from django.core.exceptions import ImproperlyConfigured

if not env.str("S3_BUCKET", default=""):
    raise ImproperlyConfigured("S3_BUCKET is not set: see .env.example.")
STORAGES["default"] = UPLOADS

# fill: settings.test_environment
import os

# A name is enough: uploads stay in memory, see below.
os.environ["S3_BUCKET"] = "uploads"

# fill: settings.test
STORAGES["default"] = {"BACKEND": "django.core.files.storage.InMemoryStorage"}

# fill: tests.variables
"S3_BUCKET": "uploads",

# fill: urls.handlers
from django.conf import settings
from django.conf.urls.static import static

# In development only: in production the bucket serves them.
urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)

"""The documentation of the API."""

from flask.testing import FlaskClient

# slot: tests.documents

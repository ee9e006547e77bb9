# fill: tests.client
from flask.testing import FlaskClient


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Send requests to the application."""
    return app.test_client()

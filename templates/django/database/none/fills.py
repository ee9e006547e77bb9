# fill: settings.own_apps
"contact",

# fill: settings.concerns
from config.settings.extensions import *

# fill: settings.extensions
from config.env import env

# Who gets what people send.
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="webmaster@localhost")

# fill: health.tests
def test_ready(client: Client) -> None:
    response = client.get("/readyz")

    assert response.status_code == 200
    assert set(response.json()["checks"].values()) <= {"ok"}

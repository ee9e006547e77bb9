# fill: config.values
# Whose pages may call the API.
"CORS_ORIGINS": origins(environ),

# fill: config.helpers
import re


def origins(environ: Mapping[str, str]) -> list[str]:
    """Read the origins, such as https://app.example.org, that commas separate."""
    found = [part.strip() for part in environ.get("CORS_ORIGINS", "").split(",")]
    for origin in filter(None, found):
        if not re.fullmatch(r"https?://[^/*]+", origin):
            raise ConfigError(
                f"CORS_ORIGINS holds {origin!r}; an origin is a scheme, a host and "
                "perhaps a port, without a path: https://app.example.org"
            )
    return [origin for origin in found if origin]

# fill: app.init
from flask_cors import CORS

CORS(app, resources=r"/api/.*", expose_headers=["X-Request-ID"], max_age=600)

# fill: tests.environ
"CORS_ORIGINS": "https://app.example.org, http://localhost:5173",

# fill: tests.bad_settings
("CORS_ORIGINS", "*"),
("CORS_ORIGINS", "app.example.org"),
("CORS_ORIGINS", "https://app.example.org/"),

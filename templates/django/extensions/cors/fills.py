# fill: settings.third_party_apps
"corsheaders",

# fill: settings.middleware_after_security
"corsheaders.middleware.CorsMiddleware",

# fill: settings.concerns
from config.settings.extensions import *

# fill: settings.extensions
from corsheaders.defaults import default_headers

from config.env import env

# The web origins whose pages may call the API. Without credentials: tokens travel
# in a header that other sites cannot make a browser send.
CORS_ALLOWED_ORIGINS: list[str] = env.list("CORS_ALLOWED_ORIGINS", default=[])
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_HEADERS = [*default_headers, "if-match", "if-none-match"]
CORS_EXPOSE_HEADERS = ["ETag", "Last-Modified", "Retry-After", "X-Request-ID"]

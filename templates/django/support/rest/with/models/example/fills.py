# fill: cors.example
URL, STATUS, HEADERS = "/api/v1/notes/", 401, "authorization, content-type"

# fill: settings.cors
from corsheaders.defaults import default_headers

# The web origins whose pages may call the API. Without credentials: tokens travel
# in a header that other sites cannot make a browser send.
CORS_ALLOWED_ORIGINS: list[str] = env.list("CORS_ALLOWED_ORIGINS", default=[])
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_HEADERS = [*default_headers, "if-match", "if-none-match"]
CORS_EXPOSE_HEADERS = [
    "ETag",
    "Last-Modified",
    "Retry-After",
    # slot: settings.cors_exposed
]

# fill: cors.example
URL, STATUS, HEADERS = "/api/v1/messages/", 405, "content-type"

# fill: settings.cors
# The web origins whose pages may call the API.
CORS_ALLOWED_ORIGINS: list[str] = env.list("CORS_ALLOWED_ORIGINS", default=[])
CORS_URLS_REGEX = r"^/api/"
CORS_EXPOSE_HEADERS = [
    "Retry-After",
    # slot: settings.cors_exposed
]

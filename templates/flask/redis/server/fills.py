# fill: config.values
"REDIS_URL": redis_url(environ),

# fill: config.helpers
def redis_url(environ: Mapping[str, str]) -> str:
    """Read where Redis is; empty: nowhere, each process keeps to itself."""
    url = environ.get("REDIS_URL", "")
    if url and not url.startswith(("redis://", "rediss://")):
        raise ConfigError(
            f"REDIS_URL is {url!r}; it has to look like redis://127.0.0.1:6379/0"
        )
    return url

# fill: tests.bad_settings
("REDIS_URL", "127.0.0.1:6379"),

"""Which of our own layers fit together, written down by hand and not computed from manifests.

If a rule gets lost or sneaks in, the catalogue and this page disagree, and a test shows where.
Layers and axes that this page does not know (somebody's new folder) are left out of the comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

RELATIONAL = {"sqlite", "postgresql", "mysql", "oracle"}
DATABASES = RELATIONAL | {"mongodb", "none"}
SIZES = {"small", "medium", "large"}
TYPES = {"web", "static", "api"}
CI = {"github", "gitlab", "none"}
LICENCES = {"mit", "apache-2.0", "bsd-3-clause", "gpl-3.0", "proprietary"}

#: The exclusive axes that are asked about, in an order in which each depends on earlier ones only.
EXCLUSIVE = {
    "flask": (
        "database", "size", "app-type", "layout", "api", "serializer", "auth", "admin",
        "container", "ci", "licence",
    ),
    "django": (
        "database", "size", "app-type", "release", "api", "auth", "cache",
        "container", "ci", "licence",
    ),
}  # fmt: skip

#: The additive layers that are asked about.
ADDITIVE = {
    "flask": {
        "celery", "flask-caching", "flask-cors", "flask-limiter", "flask-talisman", "sentry",
    },
    "django": {
        "celery", "cors", "csp", "debug-toolbar", "htmx", "s3", "sentry", "whitenoise",
    },
}  # fmt: skip


def exclusive(framework: str, axis: str, chosen: Mapping[str, str]) -> set[str]:
    """Return what may be taken of an axis after the choices made; nothing if it does not exist."""
    database, app_type = chosen.get("database"), chosen.get("app-type")
    has_database, serves = database != "none", app_type != "static"
    match axis:
        case "database":
            return DATABASES
        case "size":
            return SIZES
        case "app-type":
            return TYPES
        case "container":
            return {"docker", "none"} if serves else {"none"}
        case "ci":
            return CI
        case "licence":
            return LICENCES
        case "release":
            return {"lts"} if database == "mongodb" else {"lts", "latest"}
    if framework == "flask":
        return _flask(axis, app_type, has_database=has_database, auth=chosen.get("auth"))
    return _django(axis, app_type, database)


def _flask(axis: str, app_type: str | None, *, has_database: bool, auth: str | None) -> set[str]:
    match axis, app_type:
        case "layout", _:
            return {"single", "package", "domain"}
        case "api", "api":
            return {"flask", "flask-restful", "flask-restx", "flask-classful", "flask-smorest"}
        case "serializer", "api":
            return {"flask-marshmallow", "own"}
        case "auth", "api":
            return {"flask-jwt-extended", "none"} if has_database else {"none"}
        case "auth", "web":
            return {"flask-login", "none"} if has_database else {"none"}
        case "admin", "web":
            return {"flask-admin", "none"} if auth == "flask-login" else {"none"}
    return set()


def _django(axis: str, app_type: str | None, database: str | None) -> set[str]:
    relational, has_database = database in RELATIONAL, database != "none"
    match axis, app_type:
        case "auth", "web":
            return {"contrib", *({"allauth"} if relational else ())} if has_database else set()
        case "api", "api":
            return {"drf", "ninja"}
        case "api", "web":
            return {"drf", "ninja", "none"}
        case "cache", "web" | "api":
            return {"memory", "redis", "database"} if relational else {"memory", "redis"}
    return set()


def additive(framework: str, layer: str, chosen: Mapping[str, str]) -> bool:
    """Say whether an additive layer fits the exclusive choices."""
    has_database, app_type = chosen["database"] != "none", chosen["app-type"]
    if app_type == "static":
        return False
    match framework, layer:
        case _, "celery":
            return has_database
        case "flask", "flask-cors":
            return app_type == "api"
        case "django", "cors":
            return chosen.get("api") in ("drf", "ninja")
        case "django", "htmx":
            return app_type == "web" and has_database
        case "flask", "flask-talisman":
            return app_type == "web"
        case "django", "csp" | "debug-toolbar":
            return app_type == "web"
    return True


def all_exclusive(framework: str, leave_out: set[str]) -> Iterator[dict[str, str]]:
    """Yield every valid set of exclusive choices, some axes left out."""
    axes = [axis for axis in EXCLUSIVE[framework] if axis not in leave_out]

    def walk(position: int, chosen: dict[str, str]) -> Iterator[dict[str, str]]:
        if position == len(axes):
            yield chosen
            return
        offered = exclusive(framework, axes[position], chosen)
        for name in offered:
            yield from walk(position + 1, {**chosen, axes[position]: name})
        if not offered:
            yield from walk(position + 1, chosen)

    return walk(0, {})


def knows(framework: str, axis: str, layer: str) -> bool:
    """Say whether this page speaks of a layer."""
    if layer in ADDITIVE[framework]:
        return True
    everything = {"database": "sqlite", "app-type": "", "auth": "flask-login"}
    return any(
        layer in exclusive(framework, axis, {**everything, "app-type": app_type})
        for app_type in TYPES
    )

# fill: config.values
"FORCE_HTTPS": not debug and not is_off(environ, "FORCE_HTTPS"),

# fill: app.last
from flask_talisman import Talisman

talisman = Talisman(
    app,
    content_security_policy=CONTENT_SECURITY_POLICY,
    force_https=app.config["FORCE_HTTPS"],
    frame_options="DENY",
    session_cookie_secure=app.config["SESSION_COOKIE_SECURE"],
    session_cookie_samesite=app.config["SESSION_COOKIE_SAMESITE"],
)
# Load balancers ask within the network, without encryption.
for endpoint in ("health.liveness", "health.readiness"):
    talisman(force_https=False)(app.view_functions[endpoint])
# slot: talisman.views many

# fill: config.helpers
def is_off(environ: Mapping[str, str], name: str) -> bool:
    """Read a switch that is on unless it is put off."""
    return environ.get(name, "").lower() in {"0", "false", "no", "off"}


# What pages may load: our own files. A style or script inside a page is refused.
CONTENT_SECURITY_POLICY = {
    "default-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}

# fill: tests.environ
"FORCE_HTTPS": "0",

# fill: settings.middleware_after_security
"django.middleware.csp.ContentSecurityPolicyMiddleware",

# fill: settings.concerns
from config.settings.extensions import *

# fill: settings.extensions
from django.utils.csp import CSP

# Browsers load and run only what this site itself serves: no inline script or
# style, nothing from another host. Add a host here when a page needs it.
SECURE_CSP: dict[str, list[str]] = {
    "default-src": [CSP.SELF],
    "base-uri": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
}
# slot: csp.additions_latest

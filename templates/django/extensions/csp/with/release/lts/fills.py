# fill: settings.third_party_apps
"csp",

# fill: settings.middleware_after_security
"csp.middleware.CSPMiddleware",

# fill: settings.concerns
from config.settings.extensions import *

# fill: settings.extensions
from csp.constants import NONE, SELF

# Browsers load and run only what this site itself serves: no inline script or
# style, nothing from another host. Add a host here when a page needs it.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
    },
}
# slot: csp.additions_lts

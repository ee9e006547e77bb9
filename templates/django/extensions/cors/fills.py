# fill: settings.third_party_apps
"corsheaders",

# fill: settings.middleware_after_security
"corsheaders.middleware.CorsMiddleware",

# fill: settings.concerns
from config.settings.extensions import *

# fill: settings.extensions
from config.env import env

# slot: settings.cors

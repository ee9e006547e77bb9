# fill: settings.concerns
from config.settings.email import *

# fill: settings.email_section
# E-mail

# slot: settings.email

# fill: settings.email
from typing import Any

from config.env import env, mail_server

smtp = mail_server()
MAILERS: dict[str, Any] = {"default": {"BACKEND": smtp["EMAIL_BACKEND"]}}
if smtp["EMAIL_HOST"]:
    MAILERS["default"]["OPTIONS"] = {
        "host": smtp["EMAIL_HOST"],
        "port": smtp["EMAIL_PORT"],
        "username": smtp["EMAIL_HOST_USER"],
        "password": smtp["EMAIL_HOST_PASSWORD"],
        "use_tls": smtp["EMAIL_USE_TLS"],
        "use_ssl": smtp["EMAIL_USE_SSL"],
        "timeout": 10,
    }
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="webmaster@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# fill: settings.third_party_apps
"allauth",
"allauth.account",
"allauth.mfa",
"allauth.socialaccount",
# A provider is on offer when it knows this site; add others the same way.
*(
    ["allauth.socialaccount.providers.github"]
    if env.str("GITHUB_CLIENT_ID", default="")
    else []
),
*(
    ["allauth.socialaccount.providers.google"]
    if env.str("GOOGLE_CLIENT_ID", default="")
    else []
),

# fill: settings.middleware_after_auth
"allauth.account.middleware.AccountMiddleware",

# fill: settings.auth_backends
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]

# fill: settings.auth_urls
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "notes:list"
LOGOUT_REDIRECT_URL = "home"

# fill: settings.concerns
from config.settings.extensions import *

# fill: settings.extensions
from typing import Any

from config.env import env

# People log in with an address that they have shown to be theirs.
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_FORMS = {"signup": "users.forms.SignUpForm"}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[{{ cookiecutter.project_name }}] "
# A log-out is a POST from the page's head, so nobody has to confirm it.
ACCOUNT_LOGOUT_ON_GET = False
# Failed log-ins are counted per address: that of the client, not of your proxy.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("NUM_PROXIES", default=0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "{{ cookiecutter.project_name }}"

# How this site is known to each provider that is installed.
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, Any]] = {}
if env.str("GITHUB_CLIENT_ID", default=""):
    SOCIALACCOUNT_PROVIDERS["github"] = {
        "APPS": [
            {
                "client_id": env.str("GITHUB_CLIENT_ID"),
                "secret": env.str("GITHUB_CLIENT_SECRET"),
            }
        ],
        "SCOPE": ["user:email"],
    }
if env.str("GOOGLE_CLIENT_ID", default=""):
    SOCIALACCOUNT_PROVIDERS["google"] = {
        "APPS": [
            {
                "client_id": env.str("GOOGLE_CLIENT_ID"),
                "secret": env.str("GOOGLE_CLIENT_SECRET"),
            }
        ],
        "SCOPE": ["email", "profile"],
        "OAUTH_PKCE_ENABLED": True,
    }

# fill: settings.test_environment
import os

# Two applications that nobody asks anything.
for name in ["GITHUB", "GOOGLE"]:
    os.environ[f"{name}_CLIENT_ID"] = f"{name.lower()}-client"
    os.environ[f"{name}_CLIENT_SECRET"] = "secret"

# fill: csp.additions_lts
# The form that starts a log-in elsewhere ends there.
CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"] += [
    "https://accounts.google.com",
    "https://github.com",
]

# fill: csp.additions_latest
# The form that starts a log-in elsewhere ends there.
SECURE_CSP["form-action"] += ["https://accounts.google.com", "https://github.com"]

# fill: urls.patterns
from django.urls import include, path

path("accounts/", include("allauth.urls")),

# fill: urls.setup
from allauth.account.decorators import secure_admin_login
from django.contrib import admin

# Its own log-in form would know nothing of limits and second factors.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

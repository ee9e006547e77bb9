# fill: settings.apps_first
# The development server leaves static files to WhiteNoise, as gunicorn does.
"whitenoise.runserver_nostatic",

# fill: settings.middleware_after_security
"whitenoise.middleware.WhiteNoiseMiddleware",

# fill: settings.storage_backends
# Every name gets a hash of the content, so that browsers may keep it forever.
"staticfiles": {
    "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
},

# fill: settings.test
# Tests run without collectstatic; test_static.py collects and tries the real thing.
PRODUCTION_STORAGES = dict(STORAGES)
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
WHITENOISE_AUTOREFRESH = True

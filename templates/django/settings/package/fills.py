# fill: settings.entry_point
os.environ.setdefault(
    "DJANGO_SETTINGS_MODULE",
    env.str("DJANGO_SETTINGS_MODULE", default="config.settings.production"),
)

# fill: tests.modes
DEVELOPMENT = {"DJANGO_SETTINGS_MODULE": "config.settings.development"}
PRODUCTION = {"DJANGO_SETTINGS_MODULE": "config.settings.production"}

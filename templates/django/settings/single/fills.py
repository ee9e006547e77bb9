# fill: settings.entry_point
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

# fill: tests.modes
DEVELOPMENT = {"DJANGO_SETTINGS_MODULE": "config.settings", "DEBUG": "true"}
PRODUCTION = {"DJANGO_SETTINGS_MODULE": "config.settings", "DEBUG": "false"}

# fill: settings.entry_point
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

# fill: settings.auto_field
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

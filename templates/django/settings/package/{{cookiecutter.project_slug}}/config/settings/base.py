"""What every environment shares: applications, languages, static files.

Every setting of Django is described at
https://docs.djangoproject.com/en/stable/ref/settings/.
"""

from config.env import BASE_DIR, env

# slot: settings.concerns many

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"])
# slot: settings.site

# slot: settings.applications

# Languages and time

# slot: settings.internationalization

# Static files

# slot: settings.static

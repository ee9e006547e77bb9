"""Settings of {{ cookiecutter.project_name }}.

What differs between your machine and the server comes from the environment;
.env.example names every variable. Every setting of Django is described at
https://docs.djangoproject.com/en/stable/ref/settings/.
"""

from config.env import BASE_DIR, env, secret_key

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = secret_key(production=not DEBUG)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"])
# slot: settings.site

# Applications

# slot: settings.applications

# slot: settings.database_section

# slot: settings.auth_section

# slot: settings.email_section

# Languages and time

# slot: settings.internationalization

# Static files

# slot: settings.static

# slot: settings.logging_section

# slot: settings.cache_section

# slot: settings.api_section

# slot: settings.tasks_section

# slot: settings.extensions many spaced

# What only your machine or only the server gets

if DEBUG:
    # slot: settings.development many
else:
    # slot: settings.production

"""The settings, by concern and by environment.

- base.py holds what every environment shares and collects the concerns beside it:
  database.py, logging.py and so on. A new concern is a new module that base.py
  imports.
- development.py, production.py and test.py are what DJANGO_SETTINGS_MODULE names.

Without DJANGO_SETTINGS_MODULE (in the environment or in .env) production is meant:
forgetting it may cost comfort, never safety.
"""

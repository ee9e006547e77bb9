# fill: settings.site
# The name that mails show.
SITE_NAME = "{{ cookiecutter.project_name }}"

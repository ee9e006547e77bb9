# fill: docker.collectstatic
RUN SECRET_KEY=for-this-command-only \
    # slot: docker.collectstatic_variables many
    .venv/bin/python manage.py collectstatic --noinput

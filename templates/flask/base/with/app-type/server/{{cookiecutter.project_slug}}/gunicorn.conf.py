"""Gunicorn's settings; `gunicorn` finds this file by itself.

See https://gunicorn.org/reference/settings/ for all of them. Options on the command
line and in the variable GUNICORN_CMD_ARGS win.
"""

wsgi_app = "wsgi:app"
bind = "0.0.0.0:8000"
# Loaded once, before the workers start: a wrong setting ends the start.
preload_app = True
# slot: gunicorn.workers
threads = 4
# A worker that hangs is replaced; requests that are merely slow are not cut off.
timeout = 30
# On a stop they may finish within this time.
graceful_timeout = 30
# Workers are replaced now and then, not all at once, so that no leak grows for ever.
max_requests = 10_000
max_requests_jitter = 1_000
# The application logs every request itself.
accesslog = None
# The folder of the application is not writable in a container.
control_socket_disable = True
# slot: gunicorn.settings many

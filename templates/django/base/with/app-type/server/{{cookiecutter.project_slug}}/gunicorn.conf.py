"""How gunicorn serves the project; command-line options win.

Behind a proxy that ends TLS, see NUM_PROXIES in .env.example.
"""

from pathlib import Path

bind = "0.0.0.0:8000"
# The usual first guess is two workers per core; measure, then change it.
workers = 3
# Threads let a worker wait for the database and answer somebody else meanwhile.
threads = 4
graceful_timeout = 30
# Heartbeat files on a disk can block a worker for seconds; memory cannot.
shared_memory = Path("/dev/shm")  # noqa: S108  (gunicorn makes a name nobody can guess)
worker_tmp_dir = str(shared_memory) if shared_memory.is_dir() else None
# A worker leaves after this many requests, which bounds any memory leak.
max_requests = 2000
max_requests_jitter = 200
# No administration socket: the project's folder may be read-only.
control_socket_disable = True
# slot: gunicorn.options many

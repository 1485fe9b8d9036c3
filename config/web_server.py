"""gunicorn's options, for every way of starting it: `gunicorn -c python:config.web_server config.wsgi`."""

from pathlib import Path

worker_class = "gthread"
workers = 2
threads = 4
timeout = 120  # a large upload over a slow line
graceful_timeout = 15
keepalive = 5
max_requests = 5000  # a worker that has grown is replaced…
max_requests_jitter = 500  # …but never both at once
preload_app = True
control_socket_disable = True  # otherwise it opens one in the user's home
accesslog = None  # addresses and times of people's visits are nobody's business
errorlog = "-"
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - gunicorn makes and unlinks its own private file

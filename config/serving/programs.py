"""What Waymark is made of when it runs: web server, worker, beat. The broker has a page of its own."""

import sys
from pathlib import Path

from config.serving.address import bracketed
from config.serving.supervisor import Program


def programs(host: str, port: int, *, folder: Path, var: Path) -> list[Program]:
    """In the order of their start. The worker may finish a report before it stops."""
    celery = [sys.executable, "-m", "celery", "--app", "config.celery", "--quiet"]
    web = [sys.executable, "-m", "gunicorn", "-c", "python:config.web_server", "--bind", f"{bracketed(host)}:{port}", "config.wsgi"]
    worker = [*celery, "worker", "--loglevel", "INFO", "--without-gossip", "--without-mingle"]
    beat = [*celery, "beat", "--loglevel", "INFO", "--schedule", str(var / "beat-schedule"), "--pidfile", ""]
    return [Program("web", web, folder, 20), Program("worker", worker, folder, 60), Program("beat", beat, folder)]

import os
import time
from contextlib import ExitStack, suppress
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from careers.commands import PlainCommand
from config.serving import broker
from config.serving.address import LOOPBACK, CannotListen, answers, free_port, remember, url_of
from config.serving.lock import AlreadyRunning, lock_var
from config.serving.programs import programs
from config.serving.supervisor import Supervisor

LONG = 45.0  # seconds without an answer after which a person should hear of it


class Command(PlainCommand):
    help = "Runs the web server, the worker and the beat, and a broker when REDIS_URL is empty, until Ctrl-C or SIGTERM."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1")

    def handle(self, *args: Any, port: int, host: str, **options: Any) -> None:
        os.umask(0o077)
        try:
            lock = lock_var(settings.VAR)
            self.host, self.port = host, free_port(host, port)
        except (AlreadyRunning, CannotListen) as refused:
            raise CommandError(str(refused)) from refused
        if self.port != port:
            self.say(f"Port {port} is taken; using {self.port}.")
        self.keep_running(Supervisor(os.environ, settings.VAR / "log", self.say, keep=lock))
        self.say("Waymark has stopped.")

    def keep_running(self, supervisor: Supervisor) -> None:
        supervisor.listen()
        with ExitStack() as afterwards:
            afterwards.callback(supervisor.stop)
            self.start_broker(supervisor, afterwards)
            if not os.environ.keys() & {"SITE_ADDRESS", "ALLOWED_HOSTS"}:
                supervisor.environment["SITE_ADDRESS"] = url_of(self.host, self.port)
            for program in programs(self.host, self.port, folder=settings.BASE_DIR, var=settings.VAR):
                supervisor.start(program)
            self.started_at = time.monotonic()
            supervisor.watch(self.announce_once)
            self.say("Stopping…")

    def say(self, sentence: str) -> None:
        with suppress(OSError):  # the terminal may have gone; the work has not
            self.stdout.write(sentence)
            self.stdout.flush()

    def start_broker(self, supervisor: Supervisor, afterwards: ExitStack) -> None:
        if settings.CELERY_BROKER_URL:
            return
        if server := broker.find_server():
            address = afterwards.enter_context(broker.socket_path(settings.VAR))
            if broker.start(supervisor, server, address, settings.VAR / "broker"):
                supervisor.environment["REDIS_URL"] = f"unix://{address}"
                return
        self.say("No broker could be started (see var/log/broker.log); using files instead: slower, and a crash may lose a job.")
        (settings.VAR / "queue" / "control").mkdir(parents=True, exist_ok=True)
        supervisor.environment["CELERY_BROKER_URL"] = "filesystem://"

    announced = warned = False
    look_again_at = 0.0

    def announce_once(self) -> None:
        now = time.monotonic()
        if self.announced or now < self.look_again_at:
            return
        self.look_again_at = now + 0.3
        if answers(self.host, self.port):
            self.announced = True
            remember(settings.VAR, url_of(self.host, self.port))
            self.announce()
        elif not self.warned and now - self.started_at > LONG:
            self.warned = True
            self.say(f"The web server does not answer yet; {settings.VAR / 'log' / 'web.log'} may say why.")

    def announce(self) -> None:
        self.say(f"\nWaymark is at {url_of(self.host, self.port)}  (Ctrl-C stops it)")
        if self.host not in LOOPBACK and "ALLOWED_HOSTS" not in os.environ:
            self.say("Other machines are refused until ALLOWED_HOSTS names this one; see docs/deploy.md.")
        sign_ins = settings.VAR / "demo_sign_ins.txt"
        if sign_ins.exists():
            self.say("\n" + sign_ins.read_text().rstrip())

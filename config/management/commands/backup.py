from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from careers.commands import PlainCommand
from config.backups.archive import BackupRefused
from config.backups.whole import back_up, holdings


class Command(PlainCommand):
    help = "Writes one file with the database, the files and the secret key. Waymark may go on running."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="where to (var/backups/waymark-DATE.tar.gz)")

    def handle(self, *args: Any, file: Path | None, **options: Any) -> None:
        now = timezone.localtime()
        target = file or settings.VAR / "backups" / f"waymark-{now:%Y-%m-%dT%H%M%S}.tar.gz"
        try:
            back_up(target, now)
        except (BackupRefused, OSError) as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{target} holds {holdings()}. It is personal data: keep it encrypted and somewhere else.")

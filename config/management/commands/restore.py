from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from careers.commands import PlainCommand
from config.backups.archive import BackupRefused
from config.backups.whole import holdings, restore
from config.serving.lock import AlreadyRunning, lock_var


class Command(PlainCommand):
    help = "Puts a backup in the place of what is there, which is kept in var/before-restore-DATE. Stop Waymark first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a file that bin/backup wrote")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            lock_var(settings.VAR)  # held until this command ends
            aside = restore(file, timezone.localtime())
        except (AlreadyRunning, BackupRefused, OSError) as refused:
            raise CommandError(str(refused)) from refused
        call_command("migrate", interactive=False, verbosity=0)  # the backup may be older than the program
        self.stdout.write(f"Restored: {holdings()}. What was there before is in {aside}.")

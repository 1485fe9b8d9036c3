"""The database in a backup: a copy made by SQLite itself while it is in use, or pg_dump's custom format."""

import os
import shutil
import subprocess
from pathlib import Path

from django.db import connection

from config.backups.archive import BackupRefused


def database_name() -> str:
    return "database.sqlite3" if connection.vendor == "sqlite" else "database.pg"


def dump_database(target: Path) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(target)])
    else:
        pg("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


def pg(program: str, *arguments: str) -> None:
    """Runs a PostgreSQL program on the database of DATABASE_URL. Raises BackupRefused with what it said."""
    given = connection.get_connection_params()
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE", "sslmode": "PGSSLMODE"}
    environment = os.environ | {names[key]: str(value) for key, value in given.items() if key in names and value}
    try:
        subprocess.run([program, *arguments], env=environment, check=True, capture_output=True, text=True)
    except FileNotFoundError as missing:
        raise BackupRefused(f"{program} is not installed; on Debian or Ubuntu: sudo apt-get install postgresql-client") from missing
    except subprocess.CalledProcessError as failed:
        raise BackupRefused(
            f"{program} failed: {failed.stderr.strip().splitlines()[-1] if failed.stderr else 'no reason given'}"
        ) from failed


def restore_database(dump: Path, aside: Path) -> None:
    if connection.vendor == "sqlite":
        connection.close()
        live = Path(connection.settings_dict["NAME"])
        for ending in ("-wal", "-shm"):
            swap(dump.with_name("none"), live.with_name(live.name + ending), aside / (database_name() + ending))
        swap(dump, live, aside / database_name())
    else:
        dump_database(aside / database_name())
        replace_schema(dump)


def replace_schema(dump: Path) -> None:
    """The old tables wait under another name until the new ones are there; if these cannot be read, the old ones come back."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER SCHEMA public RENAME TO before_restore; CREATE SCHEMA public")
        try:
            pg(
                "pg_restore",
                "--no-owner",
                "--no-privileges",
                "--single-transaction",
                f"--dbname={connection.settings_dict['NAME']}",
                str(dump),
            )
        except BackupRefused:
            cursor.execute("DROP SCHEMA public CASCADE; ALTER SCHEMA before_restore RENAME TO public")
            raise
        cursor.execute("DROP SCHEMA before_restore CASCADE")


def swap(new: Path, live: Path, aside: Path) -> None:
    """Puts `new` where `live` is, and `live` where `aside` says. Either may be missing."""
    if live.exists():
        live.rename(aside) if live.stat().st_dev == aside.parent.stat().st_dev else shutil.move(live, aside)
    if new.exists():
        live.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(new, live)

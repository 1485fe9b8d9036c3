"""Twenty at once, on SQLite as schools run it: nothing is lost and nothing is doubled."""

import json
import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from surveys.tests.together import STUDENTS


def test_twenty_students_and_four_devices_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    without = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL", "CELERY_BROKER_URL")}
    command = [sys.executable, "-m", "surveys.tests.together"]
    ran = subprocess.run(
        command, cwd=settings.BASE_DIR, env=without | {"WAYMARK_VAR": str(tmp_path / "var")}, capture_output=True, text=True, timeout=180
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    came_of_it = json.loads(ran.stdout.splitlines()[-1])
    assert came_of_it.pop("statuses").keys() == {"302"}
    assert came_of_it == {"finished": STUDENTS, "pages": True, "evidence": STUDENTS, "help": STUDENTS, "worries": STUDENTS}

"""What a row says of an application, in one line: "Applied; interview 3 March 2026"."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from destinations.rules.applications import ApplicationState
from destinations.rules.telling import day


def application_says(application: Mapping[str, Any]) -> str:
    """`application` is as a row keeps it, days as ISO text. "" where the row speaks of none."""
    if not application.get("state"):
        return ""
    state = ApplicationState(application["state"])
    interview, offered, applied = (on(application, name) for name in ("interview_on", "offered_on", "applied_on"))
    conditions = application.get("conditions") or ""
    first = f"Interview {interview}" if state is ApplicationState.INTERVIEW and interview else state.label
    parts = [f"{first}: {conditions}" if conditions else first]
    parts += [f"applied {applied}"] if applied else []
    parts += [f"interview {interview}"] if interview and state is not ApplicationState.INTERVIEW else []
    parts += [f"offer made {offered}"] if offered else []
    return "; ".join(parts)


def on(application: Mapping[str, Any], name: str) -> str:
    written = application.get(name)
    return day(date.fromisoformat(written)) if written else ""

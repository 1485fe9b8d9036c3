"""What an audit event tells on a page: which fields, how many, which file; never a value about a person."""

from typing import Any

from careers.rules.permissions import ROLE_NAMES

COUNTED = {
    "added": "added",
    "changed": "changed",
    "same": "the same",
    "refused": "refused",
    "missing": "missing",
    "evidence": "statements",
    "messages": "messages",
    "asked": "asked",
    "students": "students",
}
CHECKPOINTS = {"y11_intended": "Year 11 intended", "y11_confirmed": "Year 11 confirmed", "y12": "Year 12", "y14": "Year 14"}
SHOWN: dict[str, str] = CHECKPOINTS | {role.value: name for role, name in ROLE_NAMES.items()}
TOLD = {
    "file": "file",
    "leaving": "leavers",
    "role": "role",
    "checkpoint": "checkpoint",
    "term": "term",
    "audience": "for",
    "purpose": "for",
    "channel": "by",
    "kind": "kind",
}


def summary(details: dict[str, Any]) -> str:
    """ "form, postcode" for a changed student; "leavers: 2025, 12 added, file: export.csv" for an import. Unknown details stay unsaid."""
    parts = []
    for name, words in TOLD.items():
        if isinstance(value := details.get(name), (str, int)) and value != "":
            parts.append(f"{words}: {SHOWN.get(str(value), str(value).replace('_', ' '))}")
    for name, words in COUNTED.items():
        value = details.get(name)
        if isinstance(value, dict):
            parts.append(", ".join(str(key).replace("_", " ") for key in sorted(value)))  # PostgreSQL keeps keys in an order of its own
        elif isinstance(value, list):
            parts.append(f"{len(value)} {words}")
        elif isinstance(value, int) and not isinstance(value, bool):
            parts.append(f"{value} {words}")
    if isinstance(spans := details.get("characteristics"), dict):
        parts.append(f"{len(spans)} group{'s' if len(spans) != 1 else ''} of the student")
    return ", ".join(part for part in parts if part)

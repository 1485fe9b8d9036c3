"""What every page shows: the school, the cohort and what this person may open."""

from typing import Any

from careers.rules.permissions import May


def school(request: Any) -> dict[str, Any]:
    viewer = getattr(request, "viewer", None)
    if viewer is None:
        return {"viewer": None, "memberships": [], "may": {}}
    return {
        "viewer": viewer,
        "memberships": request.memberships,
        "may": {what.name.lower(): viewer.may(what) for what in May},
    }

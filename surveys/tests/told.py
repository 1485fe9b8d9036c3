"""Answers of invented students, page by page, as they are sent."""

UNDECIDED = {
    "plan": {"plan": "do_not_know"},
    "help": {"help": ["open_days"]},
    "worry": {"worry": ""},
    "meeting": {"meeting": "soon"},
}


def a_levels(provider: int | None = None, place: str = "Cardwell College") -> dict[str, dict]:
    """One application, with an interview; the first choice. No help is wanted."""
    return {
        "plan": {"plan": "a_level"},
        "sure": {"sure": "quite"},
        "interest": {"interest": "Nursing"},
        "applied": {"applied": "yes"},
        "application-1": {"provider": provider, "place": place},
        "application-1-course": {"course": "Biology, Chemistry, Maths", "level": "3"},
        "application-1-state": {"state": "interview"},
        "application-1-interview": {"interview_on": "2026-12-04"},
        "applications": {"more": "no"},
        "first-choice": {"first-choice": "1"},
        "backup": {"backup": "none"},
        "help": {"help": []},
        "worry": {"worry": ""},
        "meeting": {"meeting": "no"},
    }

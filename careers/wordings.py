"""The wording a school uses today for each purpose, and what is filled into it."""

from careers.models import Cohort, MessageSettings, School, Wording
from careers.rules.asking import Purpose
from careers.rules.permission_words import DEFAULT_WORDS, Shown, as_shown

NO_VERSION = 0  # the words Waymark comes with


def wording(school: School, purpose: Purpose, version: int | None = None) -> tuple[str, int]:
    """The words and their version: those of `version`, else the latest, else the ones Waymark comes with (0)."""
    kept = Wording.objects.filter(school=school, purpose=purpose).order_by("-version")
    row = kept.first() if version is None else kept.filter(version=version).first()
    return (row.words, row.version) if row else (DEFAULT_WORDS[purpose], NO_VERSION)


def latest_versions(school: School) -> dict[str, int]:
    """The version in use for each purpose."""
    kept = dict(Wording.objects.filter(school=school).order_by("version").values_list("purpose", "version"))
    return {purpose: kept.get(purpose, NO_VERSION) for purpose in Purpose}


def shown(words: str, school: School, cohort: Cohort | None, to_whom: str = "") -> Shown:
    """The words as somebody of this cohort reads them."""
    until = f"August {cohort.leaving + 3}" if cohort else "three years after Year 11"
    kept = MessageSettings.objects.filter(school=school).first()
    reach = [kept.reply_to, kept.careers_phone, kept.data_protection_contact] if kept else []
    contact = ", ".join(filter(None, reach)) or f"ask at {school.name}"
    to_whom = to_whom or "the colleges, sixth forms, employers and training providers you apply to"
    places = {"school": school.name, "council": school.local_authority, "until": until, "contact": contact, "to_whom": to_whom}
    return as_shown(words, places)

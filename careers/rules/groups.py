"""The characteristics a school records and the groups its figures are broken down by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One characteristic. `ever` says whether the group is "is or has been" or only "is". `care` is seen by careers staff alone."""

    key: str
    name: str
    ever: bool = True
    care: bool = False


STANDARD: tuple[Kind, ...] = (
    Kind("sen", "SEN", ever=False),
    Kind("sen_support", "SEN support", ever=False),
    Kind("ehc_plan", "EHC plan", ever=False),
    Kind("fsm", "Free school meals"),
    Kind("pupil_premium", "Pupil Premium"),
    Kind("eal", "English as an additional language"),
    Kind("looked_after", "Looked after", care=True),
    Kind("social_worker", "Social worker", care=True),
    Kind("alternative_provision", "Alternative provision"),
    Kind("nurture", "Nurture support"),
    Kind("service_child", "Service child"),
    Kind("young_carer", "Young carer"),
)
STANDARD_BY_KEY = {kind.key: kind for kind in STANDARD}
OWN_PREFIX = "own-"
EVERYONE = "everyone"


def own_key(name: str) -> str:
    """The key of a school's own characteristic: "More able" → "own-more-able"."""
    words = "".join(c if c.isalnum() else " " for c in name.casefold()).split()
    return OWN_PREFIX + "-".join(words)

"""The national activity codes, their groups, DfE's categories and our routes: one table (DfE, NCCIS management information requirement).

The groups are the ones every figure is shown in. The apprenticeship code 310 is employment in the national table; here it is a group
of its own, because schools are asked for it. 550 is employment with study. NEET and not known are never one group.
"""

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    EDUCATION = "education"
    APPRENTICESHIP = "apprenticeship"
    EMPLOYMENT = "employment"
    TRAINING = "training"
    RE_ENGAGEMENT = "re_engagement"
    NEET = "neet"
    OTHER = "other"
    NOT_KNOWN = "not_known"

    @property
    def label(self) -> str:
        return GROUP_NAMES[self]


GROUP_NAMES = {
    Group.EDUCATION: "Education",
    Group.APPRENTICESHIP: "Apprenticeship",
    Group.EMPLOYMENT: "Employment",
    Group.TRAINING: "Training",
    Group.RE_ENGAGEMENT: "Re-engagement provision",
    Group.NEET: "Not in education, employment or training",
    Group.OTHER: "Other",
    Group.NOT_KNOWN: "Not known",
}


class Route(StrEnum):
    A_LEVEL = "a_level"
    T_LEVEL = "t_level"
    VOCATIONAL = "vocational"
    MIXED = "mixed"
    APPRENTICESHIP = "apprenticeship"
    JOB_WITH_TRAINING = "job_with_training"
    JOB_WITHOUT_TRAINING = "job_without_training"
    NEET = "neet"
    UNKNOWN = "unknown"
    OTHER = "other"

    @property
    def label(self) -> str:
        return ROUTE_NAMES[self]


ROUTE_NAMES = {
    Route.A_LEVEL: "A levels",
    Route.T_LEVEL: "T Level",
    Route.VOCATIONAL: "Other technical or vocational",
    Route.MIXED: "A levels with technical or vocational",
    Route.APPRENTICESHIP: "Apprenticeship",
    Route.JOB_WITH_TRAINING: "Employment with training",
    Route.JOB_WITHOUT_TRAINING: "Employment without training",
    Route.NEET: "Not in education, employment or training",
    Route.UNKNOWN: "Not known",
    Route.OTHER: "Other",
}


class ProviderType(StrEnum):
    SCHOOL_SIXTH_FORM = "school sixth form"
    SIXTH_FORM_COLLEGE = "sixth form college"
    FURTHER_EDUCATION_COLLEGE = "further education college"
    SPECIAL_POST_16 = "special post-16 institution"
    TRAINING_PROVIDER = "training provider"
    UNIVERSITY = "university"
    EMPLOYER = "employer"
    ALTERNATIVE_PROVISION = "alternative provision"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One activity code. `dfe` is our nearest category of DfE's destination measures; `route` is what the code alone tells."""

    code: str
    name: str
    group: Group
    participating: bool
    dfe: str
    route: Route | None = None
    part_time: bool = False
    needs_sen: bool = False

    @property
    def short(self) -> str:
        """The name for a narrow column: "Further education"."""
        return self.name.removesuffix(", full time")


EDU, APP, EMP, TRN = Group.EDUCATION, Group.APPRENTICESHIP, Group.EMPLOYMENT, Group.TRAINING
WITH, WITHOUT = Route.JOB_WITH_TRAINING, Route.JOB_WITHOUT_TRAINING
ALL = (
    Outcome("210", "School sixth form, full time", EDU, True, "ssf"),
    Outcome("220", "Sixth form college, full time", EDU, True, "sfc"),
    Outcome("230", "Further education, full time", EDU, True, "fe"),
    Outcome("240", "Higher education, full time", EDU, True, "he", Route.OTHER),
    Outcome("250", "Education, part time", EDU, True, "fe", part_time=True),
    Outcome("260", "Gap year before a place", EDU, False, "other_edu", Route.OTHER),
    Outcome("270", "Other full-time education", EDU, True, "other_edu"),
    Outcome("280", "Special post-16 institution", EDU, True, "other_edu", needs_sen=True),
    Outcome("290", "Education in custody", EDU, True, "other_edu", Route.OTHER),
    Outcome("310", "Apprenticeship", APP, True, "appren", Route.APPRENTICESHIP),
    Outcome("320", "Full-time job with study", EMP, True, "all_work", WITH),
    Outcome("330", "Job without training", EMP, False, "all_work", WITHOUT),
    Outcome("340", "Job with training", EMP, False, "all_work", WITH),
    Outcome("350", "Temporary job", EMP, False, "all_work", WITHOUT),
    Outcome("360", "Part-time job", EMP, False, "all_work", WITHOUT, part_time=True),
    Outcome("380", "Self-employment", EMP, False, "all_work", WITHOUT),
    Outcome("381", "Self-employment with study", EMP, True, "all_work", WITH),
    Outcome("550", "Unpaid work with study", EMP, True, "all_work", WITH),
    Outcome("410", "Funded work-based learning", TRN, True, "fe", Route.OTHER),
    Outcome("430", "Other training", TRN, True, "fe", Route.OTHER),
    Outcome("440", "Training and support through the Jobcentre", TRN, True, "fe", Route.OTHER),
    Outcome("450", "Traineeship", TRN, True, "fe", Route.OTHER),
    Outcome("460", "Supported internship", TRN, True, "fe", Route.OTHER, needs_sen=True),
    Outcome("530", "Re-engagement provision", Group.RE_ENGAGEMENT, False, "all_notsust", Route.OTHER),
    *(
        Outcome(code, name, Group.NEET, False, "all_notsust", Route.NEET)
        for code, name in (
            ("540", "Volunteering, no study"),
            ("610", "Not yet ready for work or learning"),
            ("615", "Start date agreed"),
            ("616", "Start date agreed for learning"),
            ("619", "Looking for work, education or training"),
            ("620", "Not available: young carer"),
            ("630", "Not available: teenage parent"),
            ("640", "Not available: illness"),
            ("650", "Not available: pregnancy"),
            ("660", "Not available: religious grounds"),
            ("670", "Not available: unlikely ever to work"),
            ("680", "Not available: other reason"),
        )
    ),
    Outcome("710", "Custody", Group.OTHER, False, "all_unknown", Route.OTHER),
    Outcome("720", "Refugee or asylum seeker", Group.OTHER, False, "all_unknown", Route.OTHER),
    Outcome("810", "Situation not known", Group.NOT_KNOWN, False, "all_unknown", Route.UNKNOWN),
    Outcome("820", "Cannot be contacted", Group.NOT_KNOWN, False, "all_unknown", Route.UNKNOWN),
    Outcome("830", "Refused to say", Group.NOT_KNOWN, False, "all_unknown", Route.UNKNOWN),
)
OUTCOMES: dict[str, Outcome] = {outcome.code: outcome for outcome in ALL}
PRE_16 = frozenset({"110", "120", "130", "140", "150"})

OUTCOME_OF_PROVIDER: dict[str, str] = {
    ProviderType.SCHOOL_SIXTH_FORM: "210",
    ProviderType.SIXTH_FORM_COLLEGE: "220",
    ProviderType.FURTHER_EDUCATION_COLLEGE: "230",
    ProviderType.UNIVERSITY: "240",
    ProviderType.SPECIAL_POST_16: "280",
    ProviderType.TRAINING_PROVIDER: "430",
    ProviderType.EMPLOYER: "330",
}


def group_of(code: str | None) -> Group:
    """The group of an activity code; none at all is not known."""
    return OUTCOMES[code].group if code in OUTCOMES else Group.NOT_KNOWN


def is_known(code: str | None) -> bool:
    """Whether the code answers the question: 810, 820 and 830 do not."""
    return group_of(code) is not Group.NOT_KNOWN


def outcome_of_provider(provider_type: str, *, apprenticeship: bool = False) -> str | None:
    """The outcome of being at a provider of this type where no code is given; None where the type does not tell (alternative, other)."""
    if apprenticeship:
        return "310"
    return OUTCOME_OF_PROVIDER.get(provider_type)


def route_of(code: str | None, route: str | None) -> Route | None:
    """What someone is doing, as a route: the code where it settles it (job, apprenticeship, NEET), else the route that was said."""
    told = OUTCOMES[code].route if code in OUTCOMES else None
    return told or (Route(route) if route else None)

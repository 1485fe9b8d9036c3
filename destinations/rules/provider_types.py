"""Words that other registers use for the types of provider (domain reference 5), beside our own."""

import re

from destinations.rules.outcomes import ProviderType

_WORDS = {
    ProviderType.SCHOOL_SIXTH_FORM: "sixth form|school with sixth form|academy sixth form|school 6th form|sixth form school",
    ProviderType.SIXTH_FORM_COLLEGE: "6th form college|sixth form centre|sfc|academy 16-19 converter|free schools 16 to 19",
    ProviderType.FURTHER_EDUCATION_COLLEGE: "fe college|fe|further education|general further education college|gfe|college|tertiary college"
    "|land based college|agricultural college|art design and performing arts college",
    ProviderType.SPECIAL_POST_16: "special post 16 institution|specialist college|independent specialist college|spi",
    ProviderType.TRAINING_PROVIDER: "independent training provider|itp|training|work based learning provider|apprenticeship provider",
    ProviderType.UNIVERSITY: "higher education|higher education institution|higher education institutions|he|hei",
    ProviderType.EMPLOYER: "company|business|firm",
    ProviderType.ALTERNATIVE_PROVISION: "ap|pupil referral unit|pru|re engagement provider|re engagement provision",
}


def _plain(words: str) -> str:
    return " ".join(words.replace("_", " ").replace("-", " ").replace(",", " ").casefold().split())


_TYPES = {_plain(type): type for type in ProviderType} | {_plain(word): type for type, words in _WORDS.items() for word in words.split("|")}


def type_called(words: str) -> ProviderType:
    """The type of provider that words mean, however they are capitalised. Raises ValueError with the list of types."""
    found = _TYPES.get(_plain(words))
    if found is None:
        raise ValueError(f"“{words}” is not a type of provider. Use one of: {', '.join(ProviderType)}.")
    return found


# Types of establishment in Get Information about Schools: what their words contain, in the order that decides.
_IN_GIAS: tuple[tuple[ProviderType | None, str], ...] = (
    (None, r"overseas|offshore|welsh|children s centre|service children|online|secure|miscellaneous|nursery"),
    (ProviderType.SPECIAL_POST_16, r"special(?:ist)? post 16"),
    (ProviderType.UNIVERSITY, r"higher education"),
    (ProviderType.SIXTH_FORM_COLLEGE, r"sixth form|16 (?:to )?19"),
    (ProviderType.FURTHER_EDUCATION_COLLEGE, r"further education"),
)


def type_in_gias(type: str, further_education_type: str = "", *, takes_18s: bool) -> ProviderType | None:
    """Where a leaver could go: the type of an open establishment by its type in the register of schools; None where nobody stays after 16.

    Colleges and 16 to 19 academies always take leavers; schools only those that have a sixth form or take students to 18 (`takes_18s`).
    """
    words = re.sub(r"[^a-z0-9]+", " ", type.casefold()).strip()
    for kind, pattern in _IN_GIAS:
        if re.search(pattern, words):
            is_sixth_form = kind is ProviderType.FURTHER_EDUCATION_COLLEGE and "sixth form" in further_education_type.casefold()
            return ProviderType.SIXTH_FORM_COLLEGE if is_sixth_form else kind
    if not takes_18s:
        return None
    return (
        ProviderType.ALTERNATIVE_PROVISION if re.search(r"referral unit|alternative provision", words) else ProviderType.SCHOOL_SIXTH_FORM
    )

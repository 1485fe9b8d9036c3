"""Words that other registers use for the types of provider (domain reference 5), beside our own."""

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

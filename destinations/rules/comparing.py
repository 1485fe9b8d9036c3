"""A row of somebody's list beside a student of ours, field by field, for a person who decides."""

from collections.abc import Mapping
from dataclasses import dataclass

from careers.matching.names import words

LABELS = {
    "full_name": "Name",
    "surname": "Surname",
    "forename": "Forename",
    "middle_names": "Middle names",
    "known_as": "Known as",
    "initials": "Initials",
    "date_of_birth": "Birth date",
    "sex": "Sex",
    "form": "Form",
    "postcode": "Postcode",
    "previous_school": "Previous school",
    "upn": "UPN",
    "uln": "ULN",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One field of both records. `differs` is true only where both say something and it is not the same word for word."""

    label: str
    theirs: str
    ours: str
    differs: bool


def side_by_side(theirs: Mapping[str, str], ours: Mapping[str, str]) -> list[Line]:
    """The fields that either record has, in the order a person reads them. Case, accents and marks do not make a difference."""
    pairs = {name: (theirs.get(name, ""), ours.get(name, "")) for name in LABELS}
    if pairs["full_name"][0]:
        whole = f"{ours.get('surname', '')}, {' '.join(filter(None, (ours.get('forename'), ours.get('middle_names'))))}"
        pairs["full_name"] = (pairs["full_name"][0], whole)
        pairs |= dict.fromkeys(("surname", "forename", "middle_names"), ("", ""))
    shown = [(name, their, our) for name, (their, our) in pairs.items() if their or (our and name in ALWAYS)]
    return [Line(LABELS[name], their, our, differs(name, their, our)) for name, their, our in shown]


ALWAYS = frozenset({"surname", "forename", "known_as", "date_of_birth", "form"})


def differs(name: str, their: str, our: str) -> bool:
    if not their or not our:
        return False
    if name == "full_name":
        return sorted(words(their)) != sorted(words(our))
    return words(their) != words(our)

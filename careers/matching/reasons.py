"""Why a row is, or may be, about a student: a sentence for a careers leader."""

from .dates import Birth
from .names import words
from .pairs import Likeness
from .patterns import COURTESY, is_no_surname
from .points import First, Last
from .records import Known, Listed
from .schools import School

BIRTH = {
    Birth.SAME: "same birth date",
    Birth.SWAPPED: "birth date with day and month changed round",
    Birth.YEAR: "birth date with another year",
    Birth.SLIP: "birth date one digit out",
    Birth.MISSING: "no birth date to compare",
    Birth.OTHER: "birth date different",
}
NOBODY = "Nobody of ours has this name and birth date."


def describe(row: Listed, student: Known, like: Likeness) -> str:
    """Everything that agrees and disagrees, the strongest first: "Same birth date; Zoë is Zoe"."""
    said = [*_numbers(like), BIRTH[like.birth], *_names(row, student, like), *_rest(row, like)]
    if like.birth is Birth.SAME and said[len(_numbers(like)) + 1] == "same name":
        said[len(_numbers(like)) : len(_numbers(like)) + 2] = ["same name and birth date"]
    return sentence(said)


def name_of(student: Known) -> str:
    return f"{student.known_as or student.forename} {student.preferred_surname or student.surname}".strip()


def sentence(parts: list[str]) -> str:
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]


def _numbers(like: Likeness) -> list[str]:
    said = []
    for name, state in (("UPN", like.upn), ("ULN", like.uln)):
        if state:
            said.append({"same": f"same {name}", "near": f"{name} one character out", "other": f"a different {name}"}[state])
    return said


def _names(row: Listed, student: Known, like: Likeness) -> list[str]:
    said = ["first name and surname changed round"] if like.turned and row.surname and row.forename else []
    first, last = _first(row, student, like), _last(row, student, like)
    if not first and not last:
        return ["same name", *_middle(like)] if not said else [*said, *_middle(like)]
    return said + ([first] if first else []) + ([last] if last else []) + _middle(like)


def _first(row: Listed, student: Known, like: Likeness) -> str:
    written = (row.surname if like.turned and row.surname else row.forename or row.known_as or row.full_name).strip()
    ours = student.forename
    if like.first is First.SAME:
        plain = written.casefold().split()[:1] == ours.casefold().split()[:1] or not words(written)
        if student.known_as and words(written) == words(student.known_as) != words(ours):
            return f"{ours} is known as {student.known_as}"
        return "" if plain or like.turned or row.full_name else f"{written} is {ours}"
    return {
        First.SPELLING: f"{written} can be {ours}",
        First.SLIP: f"{written} is one letter from {ours}",
        First.PART: f"{written} is part of {ours}",
        First.ANOTHER_NAME: f"{written} is one letter from {ours}, but a name of its own",
        First.LOOSE: f"{written} is two letters from {ours}",
        First.INITIAL: f"only the first letter of {ours}",
        First.MIDDLE: f"{written} is a middle name of {ours}",
        First.MISSING: "no first name to compare",
        First.DIFFERENT: "first name different",
    }[like.first]


def _last(row: Listed, student: Known, like: Likeness) -> str:
    written, ours = (row.forename if like.turned and row.surname else row.surname or row.full_name).strip(), student.surname
    if like.last is Last.SAME:
        if is_no_surname(written) or is_no_surname(ours):
            return "one name only"
        if written.casefold() == ours.casefold() or like.turned or row.full_name:
            return ""
        if "".join(words(written)) == "".join(words(ours)) and ("-" in ours) != ("-" in written):
            return "the surname lost its hyphen" if "-" in ours else "the surname gained a hyphen"
        if sorted(words(written)) == sorted(words(ours)) and words(written) != words(ours):
            return "the two surnames changed round"
        return f"{written} is {ours}"
    return {
        Last.PART: f"{written} is part of {ours}" if len(words(written)) < len(words(ours)) else f"{ours} is part of {written}",
        Last.SPELLING: f"{written} can be {ours}",
        Last.SLIP: f"{written} is one letter from {ours}",
        Last.SHORT_SLIP: f"{written} is one letter from {ours}",
        Last.PART_SLIP: _courtesy(written, ours) or f"{written} is close to part of {ours}",
        Last.LOOSE: f"{written} is two letters from {ours}",
        Last.MISSING: "no surname to compare",
        Last.DIFFERENT: "surname different",
    }[like.last]


def _courtesy(written: str, ours: str) -> str:
    """Kaur or Begum where the other side has a family name."""
    found = next((word for text in (written, ours) for word in text.split() if word.casefold() in COURTESY), "")
    return f"{found} is one of the first names on the other side" if found else ""


def _middle(like: Likeness) -> list[str]:
    return {1: ["middle name agrees"], 0: [], -1: ["middle name different"]}[like.middle]


def _rest(row: Listed, like: Likeness) -> list[str]:
    said = {"same": ["same postcode"], "other": ["postcode different"]}.get(like.postcode, [])
    said = said + {"same": ["same form"], "other": ["form different"]}.get(like.form, [])
    if like.sex == "other":
        said = [*said, "sex different"]
    if like.school is not School.NOT_SAID:
        said = [*said, "the list says it comes from us" if like.school is School.OURS else "the list names another school"]
    return said

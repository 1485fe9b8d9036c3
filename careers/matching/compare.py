"""One row beside one student: how each thing compares, and the points it earns."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from . import dates, points, schools
from .dates import Birth
from .names import one_slip, two_slips
from .nicknames import SHARED_FIRST, is_a_forename, same_forename, same_surname
from .people import Family, Given, Reading, Row, Student, looks_like_upn
from .points import First, Last
from .schools import School


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for every pair: how common each name is, how many birthdays there are, who we are."""

    forenames: Mapping[str, int]
    surnames: Mapping[str, int]
    people: int
    students: int
    birthday: float
    forms: frozenset[str]
    our_names: tuple[str, ...]
    our_urn: str

    def first_rarity(self, name: str) -> float:
        return points.rarity(self.forenames.get(name, 0), self.people)

    def is_name(self, word: str) -> bool:
        """Whether a word is a first name in its own right: in our tables, or borne by two people here."""
        return is_a_forename(word) or self.forenames.get(word, 0) > 1

    def last_rarity(self, name: str) -> float:
        return points.rarity(self.surnames.get(name, 0), self.people)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a row and a student compare. `points` includes the prior; `middle` is 1 same, 0 not said, -1 different."""

    student: Hashable
    points: float
    first: First
    last: Last
    middle: int
    birth: Birth
    turned: bool
    upn: str  # same, near, other or ""
    uln: str
    postcode: str  # same, near, other or ""
    school: School
    form: str
    sex: str

    @property
    def name_agrees(self) -> bool:
        return self.first in points.TRUE_FIRST and self.last in points.TRUE_LAST

    @property
    def name_alike(self) -> bool:
        return self.first in points.ALIKE_FIRST and self.last in points.TRUE_LAST


def compare(row: Row, student: Student, setting: Setting) -> Likeness:
    name, reading, first, last, middle = _best_reading(row, student, setting)
    birth = dates.compare(row.born, student.born)
    upn, uln = _number(row.upn, student.upn, looks_like_upn(row.upn)), _number(row.uln, student.uln, len(row.uln) == 10)
    postcode = _postcode(row.postcode, student.postcode)
    school = schools.named(row.previous_school, row.previous_school_urn, setting.our_names, setting.our_urn)
    form = _form(row.form, student.form, setting.forms)
    sex = "" if not (row.sex and student.sex) else "same" if row.sex == student.sex else "other"
    total = (
        points.prior(setting.students)
        + name
        + (setting.birthday + points.BIRTH_SAME if birth is Birth.SAME else points.BIRTH[birth])
        + points.NUMBER.get(("upn", upn), 0.0)
        + points.NUMBER.get(("uln", uln), 0.0)
        + points.POSTCODE.get(postcode, 0.0)
        + points.FORM.get(form, 0.0)
        + points.PREVIOUS_SCHOOL[school]
        + points.SEX.get(sex, 0.0)
    )
    return Likeness(student.id, total, first, last, middle, birth, reading.turned, upn, uln, postcode, school, form, sex)


def _best_reading(row: Row, student: Student, setting: Setting) -> tuple[float, Reading, First, Last, int]:
    straight = _name(row.readings[0], student, setting)
    if len(row.readings) == 1 or (straight[2] is First.SAME and straight[3] is Last.SAME):
        return straight
    others = [_name(reading, student, setting) for reading in row.readings[1:]]
    return max([straight, *others], key=lambda found: (found[0], not found[1].turned))


def _name(reading: Reading, student: Student, setting: Setting) -> tuple[float, Reading, First, Last, int]:
    first, said = compare_first(reading.given, student.given, setting)
    worth, last = max((_last_worth(reading.family, family, setting) for family in student.families), default=(0.0, Last.MISSING))
    worth += said
    middle = compare_middle(reading.given, student.given) if first in points.TRUE_FIRST or first is First.ANOTHER_NAME else 0
    worth += {1: points.MIDDLE_SAME, 0: 0.0, -1: points.MIDDLE_DIFFERENT}[middle]
    if reading.turned:
        worth += points.WRONG_WAY_ROUND
    return worth, reading, first, last, middle


def compare_first(listed: Given, known: Given, setting: Setting) -> tuple[First, float]:
    """How the first names compare, and the points."""
    if not known.names or not (listed.names or listed.initial):
        return First.MISSING, points.FIRST[First.MISSING]
    if not listed.names:
        if any(name.startswith(listed.initial) for name in known.names):
            return First.INITIAL, points.FIRST[First.INITIAL]
        return First.DIFFERENT, points.FIRST[First.DIFFERENT]
    level, name = _first_level(listed, known, setting)
    if level in points.AGREEING_FIRST:
        return level, setting.first_rarity(name) + points.AGREEING_FIRST[level]
    return level, points.FIRST[level]


def _first_level(listed: Given, known: Given, setting: Setting) -> tuple[First, str]:
    if agreed := (listed.names & known.names) | (listed.whole & known.whole):
        half = agreed == {known.head} and not listed.head
        return (First.PART if half else First.SAME), min(agreed)
    pairs = [(a, b) for a in sorted(listed.names) for b in sorted(known.names)]
    return _slipped(pairs, setting) or _moved(listed, known) or _faint(pairs)


def _slipped(pairs: list[tuple[str, str]], setting: Setting) -> tuple[First, str] | None:
    """Another spelling, a short form, or a slip of the keys."""
    if spelt := [a for a, b in pairs if same_forename(a, b)]:
        return First.SPELLING, spelt[0]
    if slips := [(a, b) for a, b in pairs if one_slip(a, b)]:
        both_names = all(setting.is_name(a) and setting.is_name(b) for a, b in slips)
        return (First.ANOTHER_NAME if both_names else First.SLIP), slips[0][1]
    return None


def _moved(listed: Given, known: Given) -> tuple[First, str] | None:
    """A first name that is the other's middle name."""
    middle = (listed.names & set(known.rest)) or (known.names & set(listed.rest))
    if not middle:
        return None
    # "Ibrahim" for Mohammed Ibrahim; but Mohammed alone is not enough to be Bilal Mohammed
    dropped = min(middle) not in SHARED_FIRST and SHARED_FIRST & (known.names | listed.names)
    return (First.SPELLING if dropped else First.MIDDLE), min(middle)


def _faint(pairs: list[tuple[str, str]]) -> tuple[First, str]:
    if loose := [b for a, b in pairs if two_slips(a, b)]:
        return First.LOOSE, loose[0]
    if any(len(a) <= 2 and b.startswith(a) for a, b in pairs):
        return First.INITIAL, ""
    return First.DIFFERENT, ""


def compare_middle(listed: Given, known: Given) -> int:
    """1 where a middle name (or its initial) agrees, -1 where both have some and none agrees, else 0."""
    theirs, ours = set(listed.rest), set(known.rest)
    if not theirs or not ours:
        return 0
    return 1 if any(_same_middle(a, b) for a in theirs for b in ours) else -1


def _same_middle(a: str, b: str) -> bool:
    return a == b or (a[0] == b[0] and 1 in (len(a), len(b))) or same_forename(a, b) or one_slip(a, b)


def _last_worth(listed: Family, known: Family, setting: Setting) -> tuple[float, Last]:
    level, name = compare_last(listed, known)
    if level in points.AGREEING_LAST:
        return setting.last_rarity(name) + points.AGREEING_LAST[level], level
    return points.LAST[level], level


def compare_last(listed: Family, known: Family) -> tuple[Last, str]:
    """How the surnames compare, and the word they share."""
    if not listed.forms or not known.forms:
        return Last.MISSING, ""
    theirs, ours, whole = set(listed.parts), set(known.parts), "".join(known.parts)
    if listed.forms & known.forms or theirs == ours:
        return Last.SAME, whole
    if (halves := theirs & ours) and halves in (theirs, ours):
        return Last.PART, max(sorted(halves), key=len)
    pairs = [(a, b) for a in listed.forms for b in known.forms]
    for level, alike in ((Last.SPELLING, same_surname), (Last.SLIP, one_slip)):
        if any(alike(a, b) for a, b in pairs):
            return level, whole
    if part := _part_slip(listed.parts, known.parts):
        return Last.PART_SLIP, part
    return (Last.LOOSE, whole) if any(two_slips(a, b) for a, b in pairs) else (Last.DIFFERENT, "")


def _part_slip(theirs: tuple[str, ...], ours: tuple[str, ...]) -> str:
    """The half of a double surname that is nearly one of the other's words."""
    if max(len(theirs), len(ours)) < 2:
        return ""
    return next((b for a in theirs for b in ours if a == b or one_slip(a, b) or same_surname(a, b)), "")


def _number(listed: str, known: str, whole: bool) -> str:
    if not listed or not known:
        return ""
    if listed == known:
        return "same"
    if one_slip(listed, known):
        return "near"
    return "other" if whole else ""


def _postcode(listed: str, known: str) -> str:
    if not listed or not known:
        return ""
    if listed == known:
        return "same"
    return "near" if listed[:-2] == known[:-2] or one_slip(listed.replace(" ", ""), known.replace(" ", "")) else "other"


def _form(listed: str, known: str, forms: frozenset[str]) -> str:
    if not listed or not known or listed not in forms:
        return ""
    return "same" if listed == known else "other"

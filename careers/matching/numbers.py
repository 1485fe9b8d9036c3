"""When a row that carries a student's own UPN or ULN is about that student: names and birth date must bear it out."""

from collections.abc import Sequence

import numpy as np

from .columns import Book, Rows, Students
from .dates import BIRTHS, NEAR, Birth, compare
from .joins import Bools, Ints, Lookup, runs
from .nicknames import is_a_forename
from .pairs import FIRST_TRUE, FIRSTS, IS_OTHER, LAST_SURE, LASTS, Pairs
from .points import First, Last
from .records import Known, Listed

FIRST_FIRM = np.array([level in (First.SAME, First.SPELLING) for level in FIRSTS])
LAST_FIRM = np.array([level in (Last.SAME, Last.SPELLING) for level in LASTS])
FIRST_SILENT = np.array([level in (First.INITIAL, First.MIDDLE, First.MISSING) for level in FIRSTS])
FIRST_SAME, FIRST_MISSING = FIRSTS.index(First.SAME), FIRSTS.index(First.MISSING)
LAST_MISSING = LASTS.index(Last.MISSING)
BORN_SAME, BORN_MISSING, BORN_OTHER = (BIRTHS.index(birth) for birth in (Birth.SAME, Birth.MISSING, Birth.OTHER))
BORN_TOGETHER = np.array([birth is Birth.SAME or birth in NEAR for birth in BIRTHS])


class Others:
    """What the rest of a register says against a student: sisters, brothers and namesakes, and Singh beside Kaur."""

    def __init__(self, listed: Rows, known: Students, book: Book) -> None:
        self.students = known
        person, family = known.families.expand(np.arange(len(known.known)))
        self.of_family = Lookup.of(family[family > 0], person[family > 0])
        self.has_namesake = _shared(person, known.called[person], family, len(known.known))
        given = np.array([any(is_a_forename(form) for form in one.forms) for one in book.family], np.bool_)
        first = np.array([any(is_a_forename(name) for name in one.names) for one in book.called], np.bool_)
        self.either_way = first[known.called] if len(known.known) else np.zeros(0, np.bool_)
        self.either_way[person[~given[family]]] = False
        self.row_title, self.title = _titles(listed.listed), _titles(known.known)

    def contradicts(self, pairs: Pairs) -> Bools:
        """Where one side says Singh and the other Kaur: a brother and a sister may share every other name."""
        found: Bools = self.row_title[pairs.row] * self.title[pairs.student] < 0
        return found

    def has_sibling(self, student: Ints) -> Bools:
        """Whether another student of ours has the surname and a birth date that is the same or nearly so."""
        place, family = self.students.families.expand(student)
        low, lengths = self.of_family.ranges(family)
        place, other = np.repeat(place, lengths), self.of_family.owners[runs(low, lengths)]
        born = BORN_TOGETHER[compare(self.students.days.at(student[place]), self.students.days.at(other))]
        found = np.zeros(len(student), np.bool_)
        found[place[born & (other != student[place])]] = True
        return found


def stands(pairs: Pairs, others: Others) -> Bools:
    """For each pair whose number is equal, whether it is certain: pairs of any other kind mean nothing here."""
    first, last = FIRST_TRUE[pairs.first], LAST_SURE[pairs.last]
    firm = FIRST_FIRM[pairs.first] & LAST_FIRM[pairs.last]
    same_day, no_name = pairs.birth == BORN_SAME, (pairs.first == FIRST_MISSING) & (pairs.last == LAST_MISSING)
    found = first & last & ((pairs.birth != BORN_OTHER) | firm)
    found |= first & same_day
    found |= no_name & (pairs.birth == BORN_MISSING)
    silent = np.flatnonzero(same_day & (no_name | (last & FIRST_SILENT[pairs.first])))
    found[silent] |= ~others.has_sibling(pairs.student[silent])
    found &= (pairs.sex != IS_OTHER) | (pairs.first == FIRST_SAME)
    found &= ~others.contradicts(pairs)
    return found


def _shared(person: Ints, first: Ints, last: Ints, many: int) -> Bools:
    """For each person, whether another has the same first name and surname."""
    order = np.lexsort((person, last, first))
    first, last, person = first[order], last[order], person[order]
    same_name = (first[1:] == first[:-1]) & (last[1:] == last[:-1])
    another = same_name & (person[1:] != person[:-1])
    found = np.zeros(many, np.bool_)
    found[person[1:][another]] = found[person[:-1][another]] = True
    return found


def _titles(people: Sequence[Listed] | Sequence[Known]) -> Ints:
    """1 for somebody who is called Singh, -1 for Kaur, 0 for neither or both."""
    return np.array([_title(one) for one in people], np.int64)


def _title(one: Listed | Known) -> int:
    written = f"{one.forename} {one.middle_names} {one.surname} {getattr(one, 'full_name', '')}".casefold()
    return ("singh" in written) - ("kaur" in written)

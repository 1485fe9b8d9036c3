"""Which students are worth comparing with a row. Never all of them: 15,000 rows against 45,000 students take seconds."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from rapidfuzz import fuzz, process

from . import dates
from .dates import Birth
from .nicknames import forename_keys
from .people import Family, Given, Row, Student


class Blocks:
    """The students of one school, indexed by birth date and by name."""

    def __init__(self, students: Sequence[Student]) -> None:
        self.students = students
        self.by_number: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.by_day: dict[date, list[int]] = defaultdict(list)
        self.by_day_word: dict[tuple[date | None, str], list[int]] = defaultdict(list)
        self.by_names: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.by_postcode: dict[str, list[int]] = defaultdict(list)
        self.written = [f"{s.forename} {s.surname}".casefold() for s in students]
        for i, student in enumerate(students):
            self._add(i, student)

    def _add(self, i: int, student: Student) -> None:
        first, last = first_keys(student.given), {key for family in student.families for key in last_keys(family)}
        for word in first | last:
            self.by_day_word[student.born, word].append(i)
        for number in (("upn", student.upn), ("uln", student.uln)):
            self.by_number[number].append(i)
        if student.born:
            self.by_day[student.born].append(i)
        if student.postcode:
            self.by_postcode[student.postcode].append(i)
        for a in first:
            for b in last:
                self.by_names[a, b].append(i)

    def candidates(self, row: Row) -> set[int]:
        """Places in `students` of those a row could be about."""
        found = {i for number in (("upn", row.upn), ("uln", row.uln)) if number[1] for i in self.by_number.get(number, ())}
        pairs = {(a, b) for reading in row.readings for a in first_keys(reading.given) for b in last_keys(reading.family)}
        for pair in pairs:
            found.update(i for i in self.by_names.get(pair, ()) if self._could_be(row, self.students[i]))
        found.update(self.by_postcode.get(row.postcode, ()))
        if row.born is None:
            return found
        for word in {word for pair in pairs for word in pair} or _words(row):
            found.update(self.by_day_word.get((row.born, word), ()))
        if not found:
            found.update(self._misspelt(row))
        return found | self._near(row, pairs, found)

    @staticmethod
    def _could_be(row: Row, student: Student) -> bool:
        """Of one name: a birth date far from the row's needs something else than the name to speak for it."""
        more = row.previous_school or row.previous_school_urn or row.upn or row.uln or (row.postcode and row.postcode == student.postcode)
        return bool(more) or dates.compare(row.born, student.born) is not Birth.OTHER

    def _near(self, row: Row, pairs: Iterable[tuple[str, str]], found: set[int]) -> set[int]:
        """Those with a birth date like the row's who share one whole name, and the first letter of the other."""
        if row.born is None or any(self.students[i].born == row.born for i in found):
            return set()
        near: set[int] = set()
        sides = {(a, b[:1]) for a, b in pairs} | {(b, a[:1]) for a, b in pairs}
        for day in dates.near(row.born):
            if day in self.by_day:
                for word, letter in sides:
                    near.update(i for i in self.by_day_word.get((day, word), ()) if self._starts(i, letter))
        return near

    def _starts(self, i: int, letter: str) -> bool:
        student = self.students[i]
        return any(name.startswith(letter) for name in student.given.names) or any(
            form.startswith(letter) for family in student.families for form in family.forms
        )

    def _misspelt(self, row: Row) -> list[int]:
        """Those born that day whose whole name, both parts wrong somewhere, still looks like the row's."""
        born = self.by_day.get(row.born, []) if row.born else []
        name = f"{row.written[1] or row.written[3]} {row.written[0]}" if row.written[0] else row.written[4]
        close = process.extract(name, {i: self.written[i] for i in born}, scorer=fuzz.token_sort_ratio, score_cutoff=70, limit=3)
        return [i for _, _, i in close]


def first_keys(given: Given) -> set[str]:
    keys = {key for name in given.names for key in forename_keys(name)}
    return keys | set(given.rest) | ({given.initial} if given.initial else set())


def last_keys(family: Family) -> set[str]:
    return set(family.forms) | set(family.parts)


def _words(row: Row) -> set[str]:
    return {key for reading in row.readings for key in first_keys(reading.given) | last_keys(reading.family)}


def day_points(born: Iterable[date]) -> int:
    """How many birthdays our students could have: 365 for each school year in which any were born."""
    return 365 * max(1, len({day.year + (day.month >= 9) for day in born}))

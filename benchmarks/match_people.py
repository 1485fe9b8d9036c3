"""Invented people, schools and strangers of eleven origins. Everybody is made up; the names are in `match_names`."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from benchmarks.match_names import ORIGINS
from careers.matching.records import Known
from careers.rules.identifiers import upn_check_letter

POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


@dataclass
class Person:
    """Somebody of the invented town."""

    known: Known
    origin: str


@cache
def weighed(words: str, s: float = 0.75) -> tuple[list[str], list[float]]:
    """The words, and running weights by which the first are drawn most."""
    found, total = words.split(), 0.0
    weights = [total := total + 1 / (n + 3) ** s for n in range(len(found))]
    return found, weights


def draw(rng: random.Random, words: str) -> str:
    found, weights = weighed(words)
    return rng.choices(found, cum_weights=weights)[0]


class Town:
    """Draws people; the same seed draws the same people. `even` draws every origin as often."""

    def __init__(self, seed: int, *, even: bool = False) -> None:
        self.rng = random.Random(seed)  # noqa: S311
        self.number = 0
        self.shares = [1.0 if even else origin.share for origin in ORIGINS.values()]

    def person(self, year: int = 2009, *, surname: str = "", born: date | None = None, origin: str = "", sex: str = "") -> Person:
        rng = self.rng
        origin = origin or rng.choices(list(ORIGINS), self.shares)[0]
        names, sex = ORIGINS[origin], sex or rng.choice("FM")
        firsts = names.girls if sex == "F" else names.boys
        first, middle = draw(rng, firsts), draw(rng, firsts) if rng.random() < 0.6 else ""
        self.number += 1
        digits = f"888{4000 + rng.randrange(60):04}{self.number:05}"
        known = Known(
            id=f"p{self.number}",
            upn=upn_check_letter("X" + digits) + digits,
            uln=f"{1_000_000_000 + self.number * 7919}",
            surname=surname or self.surname(origin, sex),
            forename=first,
            middle_names="" if middle == first else middle,
            known_as=first,
            date_of_birth=born or date(year - 1, 9, 1) + timedelta(days=rng.randrange(365)),
            sex=sex,
            postcode=f"PR{rng.randrange(1, 26)} {rng.randrange(1, 10)}{rng.choice(POSTCODE_LETTERS)}{rng.choice(POSTCODE_LETTERS)}",
            form=f"11{rng.choice('ABCDEFG')}",
            cohort=year,
        )
        return Person(known, origin)

    def surname(self, origin: str, sex: str) -> str:
        rng, names = self.rng, ORIGINS[origin]
        found = draw(rng, names.surnames).replace("-", " " if origin != "Arabic" else "-")
        if rng.random() < names.tail:
            found = rng.choice(names.stems.split()) + rng.choice(names.ends.split())
        if names.habit == "gender" and sex == "F":
            found = hers(found)
        if names.habit == "double" and rng.random() < 0.4:
            found = f"{found} {draw(rng, names.surnames).replace('-', ' ')}"
        return f"{found}-{draw(rng, ORIGINS['English'].surnames)}" if rng.random() < 0.05 else found

    def twin(self, of: Person) -> Person:
        while True:
            other = self.person(of.known.cohort, surname=of.known.surname, born=of.known.date_of_birth, origin=of.origin)  # type: ignore[arg-type]
            if other.known.forename[:2] != of.known.forename[:2]:  # nobody calls twins Mariam and Maryam
                return Person(replace(other.known, postcode=of.known.postcode), of.origin)

    def namesake(self, of: Person, year: int) -> Person:
        other = self.person(year, surname=of.known.surname, origin=of.origin, sex=of.known.sex)
        return Person(replace(other.known, forename=of.known.forename, known_as=of.known.forename), of.origin)

    def cohort(self, size: int, year: int = 2009) -> tuple[list[Person], list[Person]]:
        """A year group with two or three pairs of twins and a few namesakes, and the twins who go to school elsewhere."""
        people = [self.person(year) for _ in range(size - 6)]
        absent = [self.twin(person) for person in self.rng.sample(people, 3)]
        people += [self.twin(person) for person in self.rng.sample(people, 3)]
        people += [self.namesake(person, year) for person in self.rng.sample(people, 2)]
        people.append(self.person(year, surname=people[0].known.surname, origin=people[0].origin))
        return people, absent

    def strangers(self, ours: list[Person], absent: list[Person], count: int, year: int = 2009) -> list[Person]:
        """Other schools' students, older ones among them, some with a name or a birth date of ours."""
        rng, found = self.rng, list(absent)
        while len(found) < count:
            luck, like = rng.random(), rng.choice(ours)
            if luck < 0.05:
                found.append(self.namesake(like, year))
            elif luck < 0.07:  # brother or sister in another year
                found.append(self.person(year - rng.choice((1, 2)), surname=like.known.surname, origin=like.origin))
            elif luck < 0.09:  # born the same day
                found.append(self.person(year, born=like.known.date_of_birth))
            else:
                found.append(self.person(year - (rng.choice((1, 1, 2)) if luck < 0.20 else 0)))
        return found[:count]


def hers(surname: str) -> str:
    """A surname as the women of the family bear it."""
    for his, her in (("ski", "ska"), ("cki", "cka"), ("dzki", "dzka"), ("skyi", "ska"), ("ov", "ova"), ("iev", "ieva")):
        if surname.endswith(his):
            return surname[: -len(his)] + her
    return surname

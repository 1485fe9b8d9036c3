"""The students of one invented cohort: names, numbers, forms and characteristics. Values only; the same seed makes the same people."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from careers.rules.academic_year import usual_birth_dates
from careers.rules.characteristics import Span
from careers.rules.groups import own_key
from careers.rules.identifiers import uln_problem, upn_check_letter
from config.demo.names import HERITAGES, KNOWN_AS, MIDDLE, Heritage

FORMS = tuple(f"11{letter}" for letter in "ABCDEFG")
OWN = "More able"
TWINS, NAMESAKES = 2, 1  # pairs in two hundred


@dataclass(slots=True)
class Person:
    """A student to be. `values` are fields of Student; `spans` the characteristics. `risk` leans the story towards trouble (1 is usual)."""

    values: dict[str, Any]
    heritage: Heritage
    spans: list[Span] = field(default_factory=list)
    risk: float = 1.0

    def has(self, kind: str) -> bool:
        return any(span.kind == kind for span in self.spans)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What keeps the numbers of one cohort apart from everybody else's: authority, school (from 0) and the summer they leave."""

    la_code: str
    school: int
    leaving: int

    def upns(self) -> Iterator[str]:
        """As seven primary schools would have issued them, all different."""
        issued = 0
        while True:
            primary = 2001 + 10 * (issued // 7000) + issued % 7 + 100 * self.school
            digits = f"{self.la_code}{primary % 10000:04d}{(self.leaving - 12) % 100:02d}{issued // 7 % 1000:03d}"
            yield upn_check_letter(f"A{digits}") + digits
            issued += 1

    def ulns(self) -> Iterator[str]:
        number = 100_000_000 + 40_000_000 * (self.school % 20) + (self.leaving % 10) * 4_000_000
        while True:
            number += 37
            uln = next((u for u in (f"{number}{last}" for last in range(10)) if uln_problem(u) is None), None)
            if uln:
                yield uln


def people(rng: Random, n: int, numbers: Numbers, area: str, today: date) -> list[Person]:
    """`n` students. `area` starts their postcodes, of districts that do not exist."""
    made = [one(rng, numbers.leaving, area) for _ in range(n)]
    pair_up(rng, made, numbers.leaving)
    for index, (person, upn, uln) in enumerate(zip(made, numbers.upns(), numbers.ulns(), strict=False)):
        person.values |= {"upn": upn, "uln": uln, "admission_number": f"{numbers.leaving % 100:02d}{index + 1:04d}"}
        person.values["form"] = FORMS[index % len(FORMS)]
        characterise(rng, person, numbers.leaving, today)
    return made


def one(rng: Random, leaving: int, area: str) -> Person:
    heritage = rng.choices(HERITAGES, [h.weight for h in HERITAGES])[0]
    sex = rng.choice("FM")
    forename = rng.choice(heritage.girls if sex == "F" else heritage.boys)
    first, last = usual_birth_dates(leaving)
    values = {
        "surname": rng.choice(heritage.surnames),
        "forename": forename,
        "middle_names": rng.choice(MIDDLE) if rng.random() < 0.55 else "",
        "known_as": KNOWN_AS[forename] if forename in KNOWN_AS and rng.random() < 0.6 else "",
        "date_of_birth": first + timedelta(days=rng.randrange((last - first).days + 1)),
        "sex": sex,
        "postcode": f"{area}{rng.randrange(60, 99)} {rng.randrange(1, 10)}{rng.choice('ABDEFGHJLN')}{rng.choice('PQRSTUWXYZ')}",
        "attendance": round(min(100.0, max(41.0, rng.gauss(92.5, 6.5))), 1),
    }
    return Person(values, heritage)


def pair_up(rng: Random, made: list[Person], leaving: int) -> None:
    """Twins, and two who share a whole name: what makes matching hard in every real school."""
    pairs = max(1, round(TWINS * len(made) / 200)), max(1, round(NAMESAKES * len(made) / 200))
    if len(made) < 2 * sum(pairs):
        return
    chosen = iter(rng.sample(made, 2 * sum(pairs)))
    for _ in range(pairs[0]):
        a, b = next(chosen), next(chosen)
        b.heritage = a.heritage
        names = [name for name in (a.heritage.girls if b.values["sex"] == "F" else a.heritage.boys) if name != a.values["forename"]]
        b.values |= {key: a.values[key] for key in ("surname", "date_of_birth", "postcode")}
        b.values |= {"forename": rng.choice(names), "known_as": ""}
    for _ in range(pairs[1]):
        a, b = next(chosen), next(chosen)
        b.heritage = a.heritage
        b.values |= {key: a.values[key] for key in ("surname", "forename", "sex")} | {"middle_names": "", "known_as": ""}


# Of a thousand students, how many have each, and how many of those no longer have it; the order of magnitude is England's.
RATES = (("alternative_provision", 12, 0), ("nurture", 30, 0), ("service_child", 8, 0), ("young_carer", 20, 0), ("social_worker", 35, 450))
SEN = (((), 830), (("sen", "sen_support"), 130), (("sen", "ehc_plan"), 40))


def characterise(rng: Random, person: Person, leaving: int, today: date) -> None:
    """What the school records of a student; several come together, as they do."""
    give = Giver(rng, person, leaving, today)
    for kind in rng.choices([kinds for kinds, _ in SEN], [rate for _, rate in SEN])[0]:
        give(kind)
    if rng.random() < person.heritage.eal:
        give("eal")
    if rng.random() < 0.011:
        give("looked_after", over=rng.random() < 0.3)
    if rng.random() < (0.75 if person.has("looked_after") else 0.26):
        give("fsm", over=rng.random() < 0.15)
    if person.has("fsm") or person.has("looked_after") or rng.random() < 0.035:
        give("pupil_premium")
    for kind, rate, over in RATES:
        if rng.random() * 1000 < rate * (2 if person.has("fsm") else 1):
            give(kind, over=rng.random() * 1000 < over)
    if rng.random() < 0.1:
        give(own_key(OWN))


RISKS = {"fsm": 1.8, "looked_after": 3, "social_worker": 2, "alternative_provision": 6, "sen_support": 1.4, "ehc_plan": 1.5}


@dataclass(frozen=True, slots=True)
class Giver:
    """Gives a characteristic. Mostly since before the school knew; sometimes since a day, and over (`over`) on another."""

    rng: Random
    person: Person
    leaving: int
    today: date

    def __call__(self, kind: str, *, over: bool = False) -> None:
        started = date(self.leaving - 5, 9, 1) + timedelta(days=self.rng.randrange(700))
        since = started if over or self.rng.random() < 0.3 else None
        until = min(started + timedelta(days=self.rng.randrange(120, 900)), self.today) if over else None
        self.person.spans.append(Span(kind, since, until))
        self.person.risk *= RISKS.get(kind, 1)

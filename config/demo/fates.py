"""What becomes of each invented student in Year 12 and in Year 14, and the turns a story can take on the way."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from config.demo import places as at
from config.demo.people import Person
from config.demo.places import Setting
from destinations.rules.outcomes import Route

A_LEVEL, MIXED, T_LEVEL, VOCATIONAL = Route.A_LEVEL, Route.MIXED, Route.T_LEVEL, Route.VOCATIONAL
CODES = {
    at.OWN_SIXTH_FORM: "210", at.OTHER_SIXTH_FORM: "210", at.COLLEGE: "220", at.FE: "230", at.OTHER_FE: "230", at.LAND: "230",
    at.SPECIAL: "280", at.TRAINER: "430", at.UNIVERSITY: "240", at.UNIVERSITY_2: "240",
}  # fmt: skip
ROUTES = {
    at.OWN_SIXTH_FORM: ((A_LEVEL, 85), (MIXED, 15)),
    at.OTHER_SIXTH_FORM: ((A_LEVEL, 90), (MIXED, 10)),
    at.COLLEGE: ((A_LEVEL, 68), (MIXED, 17), (VOCATIONAL, 15)),
    at.FE: ((VOCATIONAL, 68), (T_LEVEL, 24), (A_LEVEL, 8)),
    at.OTHER_FE: ((VOCATIONAL, 74), (T_LEVEL, 26)),
    at.LAND: ((VOCATIONAL, 100),),
    at.SPECIAL: ((Route.OTHER, 100),),
    at.TRAINER: ((Route.OTHER, 100),),
}
COURSES = {
    A_LEVEL: ("A levels: Biology, Chemistry, Mathematics", "A levels: English Literature, History, Psychology",
              "A levels: Mathematics, Further Mathematics, Physics", "A levels: Art, Media, Sociology",
              "A levels: Business, Economics, Law"),
    MIXED: ("A level Psychology with Applied Science", "A levels History and Law with Criminology"),
    T_LEVEL: ("T Level in Health", "T Level in Digital Software Development", "T Level in Education and Early Years",
              "T Level in Engineering and Manufacturing"),
    VOCATIONAL: ("Extended Diploma in Health and Social Care", "Diploma in Motor Vehicle Maintenance", "Extended Diploma in Sport",
                 "Diploma in Bricklaying", "Diploma in Hairdressing", "Extended Diploma in Animal Management",
                 "Extended Diploma in Creative Media", "Diploma in Professional Cookery"),
    Route.OTHER: ("Preparing for work and adult life",),
    Route.APPRENTICESHIP: ("Carpentry and joinery", "Adult care worker", "Motor vehicle service and maintenance technician",
                           "Business administrator"),
}  # fmt: skip


class Turn(StrEnum):
    """What makes a student's evidence worth looking at."""

    PLAIN = "plain"
    COUNTY_NAMES_ANOTHER = "the county later names another college"
    SAID_NOT_HERE = "the college says not here and the county says present"
    TWO_PLACES = "two colleges both say present"
    LEFT_IN_OCTOBER = "left one college in October for another"
    LEFT_IN_JANUARY = "dropped out after Christmas"
    UNKNOWN = "nobody knows"
    NEET = "not in education, employment or training"
    MOVED_ABROAD = "moved abroad"
    DUAL = "another school counts them"
    SETTLED = "settled by hand"


# How many of two hundred. Those who are not known or NEET are drawn by risk, the others by chance among those at a college.
BY_RISK = ((Turn.UNKNOWN, 15), (Turn.NEET, 8))
AT_COLLEGE = (
    (Turn.COUNTY_NAMES_ANOTHER, 3), (Turn.SAID_NOT_HERE, 2), (Turn.TWO_PLACES, 1), (Turn.LEFT_IN_OCTOBER, 2), (Turn.LEFT_IN_JANUARY, 4),
    (Turn.MOVED_ABROAD, 1), (Turn.DUAL, 1), (Turn.SETTLED, 1),
)  # fmt: skip
COLLEGES = (at.COLLEGE, at.FE, at.OTHER_FE)


@dataclass(slots=True)
class Fate:
    """Where a student is: a place's key, or none; `outcome` is the national code."""

    place: str | None
    outcome: str
    route: Route | None = None
    course: str = ""
    level: str = ""
    turn: Turn = Turn.PLAIN

    @property
    def is_in_education(self) -> bool:
        return self.outcome[0] == "2"


def fate_at(rng: Random, place: str) -> Fate:
    if place == "apprenticeship":
        route = Route.APPRENTICESHIP
        return Fate(rng.choice((at.TRAINER, at.TRAINER_2, *at.EMPLOYERS)), "310", route, rng.choice(COURSES[route]), rng.choice("23"))
    if place == "job":
        return Fate(rng.choice(at.EMPLOYERS), rng.choice(("330", "340", "340", "360")))
    choices = ROUTES[place]
    route = rng.choices([r for r, _ in choices], [weight for _, weight in choices])[0]
    level = "3" if route in (A_LEVEL, MIXED, T_LEVEL) else rng.choice("1233" if route is VOCATIONAL else "E1")
    return Fate(place, CODES[place], route, rng.choice(COURSES[route]), level)


def fates(rng: Random, students: list[Person], setting: Setting) -> list[Fate]:
    """One for each student, in their order."""
    keys, weights = list(setting.shares), list(setting.shares.values())
    drawn = [fate_at(rng, at.SPECIAL if p.has("ehc_plan") and rng.random() < 0.4 else rng.choices(keys, weights)[0]) for p in students]
    free = list(range(len(students)))
    for turn, share in BY_RISK:
        for index in pick(rng, free, scaled(share, len(students)), [students[i].risk for i in free]):
            free.remove(index)
            drawn[index] = Fate(None, "810" if turn is Turn.UNKNOWN else "619", None if turn is Turn.UNKNOWN else Route.NEET, turn=turn)
    colleges = [index for index in free if drawn[index].place in (at.COLLEGE, at.FE)]
    for turn, share in AT_COLLEGE:
        for index in pick(rng, colleges, scaled(share, len(students)), [1.0] * len(colleges)):
            colleges.remove(index)
            drawn[index].turn = turn
    return drawn


def scaled(share: int, n: int) -> int:
    return max(1, round(share * n / 200))


def pick(rng: Random, of: Iterable[int], n: int, weights: list[float]) -> list[int]:
    """`n` different ones at most, the heavier ones more likely."""
    keyed = sorted(zip(of, weights, strict=True), key=lambda pair: -(rng.random() ** (1 / pair[1])))
    return [index for index, _ in keyed[:n]]


# Two years on: from where someone was in Year 12 to where they are in Year 14, of a hundred.
LATER = {
    "sixth form": (("university", 58), ("job", 12), ("apprenticeship", 10), ("gap", 5), ("neet", 3), ("unknown", 12)),
    "college": (("university", 20), ("job", 27), ("apprenticeship", 14), ("college", 15), ("neet", 6), ("unknown", 18)),
    "work": (("job", 55), ("apprenticeship", 20), ("neet", 6), ("unknown", 19)),
    "neither": (("job", 25), ("college", 10), ("neet", 22), ("unknown", 43)),
}


def later(rng: Random, fate: Fate) -> Fate:
    """Where the same student is in Year 14."""
    if fate.turn in (Turn.UNKNOWN, Turn.NEET):
        kind = "neither"
    elif not fate.is_in_education:
        kind = "work"
    else:
        kind = "sixth form" if fate.outcome in ("210", "220") else "college"
    ways = LATER[kind]
    way = rng.choices([w for w, _ in ways], [weight for _, weight in ways])[0]
    if way in ("job", "apprenticeship"):
        return fate_at(rng, way)
    if way == "college":
        return fate_at(rng, at.FE)
    if way == "university":
        subject = rng.choice(("Nursing", "Law", "Computer science", "Geography"))
        return Fate(rng.choice((at.UNIVERSITY, at.UNIVERSITY_2)), "240", Route.OTHER, subject, "6")
    code = {"gap": "260", "neet": rng.choice(("619", "619", "640", "630")), "unknown": "810"}[way]
    return Fate(None, code, turn=Turn.UNKNOWN if way == "unknown" else Turn.PLAIN)

"""What an invented student answers to the first survey: what they will become in the story, as far as they know it by then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from config.demo import places as at
from config.demo.fates import Fate, Turn
from destinations.rules.outcomes import Route
from surveys.rules.first_survey import (
    APPLICATIONS,
    APPLIED,
    BACKUP,
    BACKUP_PLACE,
    CONDITIONS,
    COURSE,
    FIRST,
    FIRST_PLACE,
    HELP,
    INTEREST,
    INTERVIEW,
    LOOKING,
    MEETING,
    PLAN,
    PLAN_OTHER,
    STATE,
    SURE,
    WORRY,
    Applied,
    Choice,
    Help,
    Looking,
    Meeting,
    Plan,
    Sure,
    application_number,
    application_page,
    applications,
    first_unanswered,
    pages,
)  # fmt: skip

PLANS = {
    Route.A_LEVEL: Plan.A_LEVEL, Route.MIXED: Plan.MIXED, Route.T_LEVEL: Plan.T_LEVEL, Route.VOCATIONAL: Plan.VOCATIONAL,
    Route.APPRENTICESHIP: Plan.APPRENTICESHIP, Route.OTHER: Plan.SUPPORTED,
}  # fmt: skip
INTERESTS = {
    Plan.A_LEVEL: ("Doctor", "Lawyer", "Teacher", "Biologist", "Architect", "Psychologist", "Journalist"),
    Plan.T_LEVEL: ("Nurse", "Software developer", "Childcare", "Engineer"),
    Plan.VOCATIONAL: ("Chef", "Car mechanic", "Barber", "Animal care", "Bricklayer", "Sports coach", "Care worker"),
    Plan.APPRENTICESHIP: ("Electrician", "Plumber", "Carpenter", "Business", "Engineer"),
}
STATES = (("sent", 50), ("interview", 26), ("conditional", 14), ("unconditional", 4), ("waiting", 3), ("turned_down", 3))
GRADES = ("five GCSEs at grade 5, with English and maths", "grade 6 in the subjects I want", "grade 4 in English and maths")
OTHERS = ("Travel with my cousin for a year", "Work in my uncle’s shop", "Play football at an academy")
Answers = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Student:
    """Somebody who answers on `day`. `places` are the providers of the story, by key: (id, name)."""

    rng: Random
    fate: Fate
    places: Mapping[str, tuple[int, str]]
    day: date

    def answers(self, worry: str = "") -> Answers:
        """Every page of their path, in its order."""
        told: Answers = {WORRY: {WORRY: worry}, PLAN: {PLAN: self.plan()}}
        while page := first_unanswered(told):
            told[page] = self.reply(page, told)
        return {page: told[page] for page in pages(told)}

    def some(self, number: int) -> Answers:
        """The first pages alone, of somebody who stopped."""
        return dict(list(self.answers().items())[:number])

    def chance(self, percent: float) -> bool:
        return self.rng.random() * 100 < percent

    def one_of(self, weighted: Sequence[tuple[Any, int]]) -> Any:
        return self.rng.choices([value for value, _ in weighted], [weight for _, weight in weighted])[0]

    def plan(self) -> Plan:
        fate = self.fate
        if self.chance(70 if fate.turn in (Turn.UNKNOWN, Turn.NEET) else 6):
            return Plan.DO_NOT_KNOW
        if self.chance(2):
            return Plan.OTHER
        if fate.outcome.startswith("3") and fate.outcome != "310":
            return self.rng.choice((Plan.JOB, Plan.APPRENTICESHIP))
        return PLANS.get(fate.route or Route.OTHER, Plan.VOCATIONAL) if fate.place else Plan.VOCATIONAL

    def reply(self, page: str, told: Answers) -> dict[str, Any]:
        number = application_number(page)
        if number:
            return self.of_application(page, number)
        simple: dict[str, Any] = {
            PLAN_OTHER: self.rng.choice(OTHERS),
            SURE: self.one_of(((Sure.VERY, 30), (Sure.QUITE, 44), (Sure.NOT_VERY, 21), (Sure.NO_IDEA, 5))),
            APPLIED: self.one_of(((Applied.YES, 58), (Applied.STARTED, 14), (Applied.NOT_YET, 22), (Applied.NEED_HELP, 6))),
            LOOKING: self.one_of(((Looking.FOUND, 8), (Looking.APPLIED, 30), (Looking.LOOKING, 47), (Looking.NEED_HELP, 15))),
            FIRST: "1",
            BACKUP: "2" if len(applications(told)) > 1 else self.rng.choice((Choice.NONE, Choice.NOT_SURE, Choice.ELSEWHERE)),
            HELP: [help for help in Help if self.chance(4)],
            MEETING: self.one_of(((Meeting.SOON, 11), (Meeting.LATER, 24), (Meeting.NO, 65))),
        }
        if page == INTEREST:
            unsure = self.chance(22)
            kinds = INTERESTS.get(Plan(told[PLAN][PLAN]), INTERESTS[Plan.VOCATIONAL])
            return {INTEREST: "" if unsure else self.rng.choice(kinds), "not_sure": unsure}
        if page == APPLICATIONS:
            if len(applications(told)) < 2 and self.chance(35):
                told[application_page(2)] = self.place(other=True)
            return {"more": "no"}
        if page in (FIRST_PLACE, BACKUP_PLACE):
            return self.place(other=page == BACKUP_PLACE)
        return {page: simple[page]}

    def of_application(self, page: str, number: int) -> dict[str, Any]:
        part = page.removeprefix(application_page(number)).lstrip("-")
        if part == COURSE:
            return {"course": self.fate.course if number == 1 else "", "level": self.fate.level if number == 1 else ""}
        if part == STATE:
            applied_on = (self.day - timedelta(days=self.rng.randrange(3, 40))).isoformat() if self.chance(60) else ""
            return {"state": self.one_of(STATES), "applied_on": applied_on}
        if part == INTERVIEW:
            return {"interview_on": (self.day + timedelta(days=self.rng.randrange(4, 45))).isoformat() if self.chance(75) else ""}
        if part == CONDITIONS:
            return {"conditions": self.rng.choice(GRADES)}
        return self.place(other=number > 1)

    def place(self, *, other: bool) -> dict[str, Any]:
        """Where they will be, or (`other`) another college. Now and then somewhere that is not in the register."""
        if other and self.chance(8):
            return {"provider": None, "place": "Moorside Riding School"}
        key = self.fate.place or at.FE
        if other:
            key = self.rng.choice([college for college in (at.FE, at.COLLEGE, at.OTHER_FE, at.OWN_SIXTH_FORM) if college != key])
        provider, name = self.places[key]
        return {"provider": provider, "place": name}

"""Who said what about an invented student, and when: lines of evidence with dates of their own. Later lines than today are left unsaid."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from careers.rules.academic_year import usual_results_day
from config.demo import places as at
from config.demo.fates import CODES, COLLEGES, Fate, Turn, fate_at, later
from config.demo.places import Setting
from destinations.rules.statements import Said

COUNTY, FAMILY, STUDENT, STAFF = "county", "family", "student", "staff"
KEEPS_LISTS = (at.OWN_SIXTH_FORM, at.COLLEGE, at.FE, at.OTHER_FE, at.LAND, at.OTHER_SIXTH_FORM, at.SPECIAL, at.TRAINER, at.TRAINER_2)
OTHER_PLANS = (at.FE, at.COLLEGE, at.OWN_SIXTH_FORM, "apprenticeship")


@dataclass(frozen=True, slots=True)
class Line:
    """One statement. `source` is a place's key or one of the four above; `sent` names the list it came on, empty for what was told."""

    said: Said
    source: str
    said_on: date
    heard_on: date
    place: str | None = None
    outcome: str = ""
    route: str = ""
    course: str = ""
    level: str = ""
    dated: bool = True
    sent: str = ""
    words: str = ""
    lead: str = ""


def days(n: int) -> timedelta:
    return timedelta(days=n)


class Teller:
    """Tells the stories of the leavers of one summer."""

    def __init__(self, rng: Random, setting: Setting, leaving: int) -> None:
        self.rng, self.setting, self.leaving = rng, setting, leaving
        self.results = usual_results_day(leaving)

    def chance(self, percent: float) -> bool:
        return self.rng.random() * 100 < percent

    def list_day(self, place: str, year: int) -> date:
        """When a provider's autumn list comes: from 12 September, the same day every year."""
        return date(year, 9, 12) + days(3 * KEEPS_LISTS.index(place) if place in KEEPS_LISTS else 30)

    def tell(self, fate: Fate) -> list[Line]:
        """A whole life as far as the school hears of it, from the first survey to Year 14."""
        return [*self.plans(fate), *self.year_12(fate), *self.year_13(fate), *self.year_14(later(self.rng, fate), fate.place)]

    def plans(self, fate: Fate) -> Iterator[Line]:
        """Two surveys and results day. Most know early; some change their minds, some are undecided."""
        goal = fate if fate.place else fate_at(self.rng, self.rng.choice((at.FE, at.COLLEGE)))
        surveys = ((date(self.leaving - 1, 10, 9), 95, 74, 9), (date(self.leaving, 2, 26), 92, 88, 4))
        for day, answers, sure, undecided in surveys:
            if not self.chance(answers):
                continue
            said_on = day + days(self.rng.randrange(6))
            if self.chance(undecided):
                yield Line(Said.UNDECIDED, STUDENT, said_on, said_on, words="Not sure yet")
            else:
                plan = goal if self.chance(sure) else fate_at(self.rng, self.rng.choice(OTHER_PLANS))
                yield Line(Said.INTENDS, STUDENT, said_on, said_on, plan.place, route=plan.route or "", course=plan.course)
        if self.chance(62 if fate.turn is Turn.UNKNOWN else 90):
            host = at.OWN_SIXTH_FORM if goal.place == at.OWN_SIXTH_FORM else STAFF
            yield Line(Said.INTENDS, host, self.results, self.results, goal.place, route=goal.route or "", words="Results day")

    def year_12(self, fate: Fate) -> Iterator[Line]:
        start, turn = self.leaving, fate.turn
        if turn in (Turn.MOVED_ABROAD, Turn.DUAL):
            return
        if turn is Turn.UNKNOWN:
            yield from self.nobody_knows(start)
        elif turn is Turn.NEET:
            yield from self.without_a_place(start)
        elif turn is Turn.SAID_NOT_HERE:
            day = self.list_day(fate.place or at.FE, start)
            yield Line(Said.NOT_HERE, fate.place or at.FE, day, day, fate.place, sent=f"{start} autumn", words="Not enrolled")
            yield self.county(fate, start, certain=True)
        else:
            yield from self.at_a_place(fate, start)
            yield from self.turns(fate, start)

    def at_a_place(self, fate: Fate, start: int) -> Iterator[Line]:
        """The provider's own list, and the county's return in November with its slips: no date, a code for not known."""
        place = fate.place or at.FE
        if place in KEEPS_LISTS and self.chance(100 if place == at.OWN_SIXTH_FORM else 90):
            yield self.on_list(fate, start)
        elif place in at.EMPLOYERS and self.chance(45):
            said_on = date(start, 9, 20) + days(self.rng.randrange(25))
            yield self.present(fate, place, said_on, said_on, words="Confirmed by email")
        if fate.turn in (Turn.COUNTY_NAMES_ANOTHER, Turn.SETTLED, Turn.LEFT_IN_OCTOBER):
            return  # the county's row comes with the turn
        if self.chance(93):
            yield self.county(fate, start, certain=fate.turn is not Turn.PLAIN)
        elif self.chance(70):
            yield self.told_by_family(fate, start)

    def on_list(self, fate: Fate, start: int) -> Line:
        day = self.list_day(fate.place or at.FE, start)
        return self.present(fate, fate.place or at.FE, day, day, sent=f"{start} autumn", words="Enrolled")

    def present(
        self, fate: Fate, source: str, said_on: date, heard_on: date, *, sent: str = "", words: str = "", dated: bool = True
    ) -> Line:
        route = fate.route if fate.outcome[0] == "2" else ""
        return Line(
            Said.PRESENT, source, said_on, heard_on, fate.place, fate.outcome, route or "", fate.course if source != COUNTY else "",
            fate.level if source != COUNTY else "", dated, sent, words,
        )  # fmt: skip

    def county(self, fate: Fate, start: int, *, certain: bool = False) -> Line:
        """A row of the authority's return of 18 November: verified on a day of autumn, or undated, or not known."""
        came = date(start, 11, 18)
        verified = date(start, 9, 28) + days(self.rng.randrange(48))
        if not certain and self.chance(7):
            return self.present(Fate(None, "810"), COUNTY, came, came, sent=f"{start} autumn", words="Current situation not known")
        if not certain and self.chance(10):
            return self.present(fate, COUNTY, came, came, sent=f"{start} autumn", dated=False)
        return self.present(fate, COUNTY, verified, came, sent=f"{start} autumn")

    def told_by_family(self, fate: Fate, start: int) -> Line:
        said_on = date(start, 10, 6) + days(self.rng.randrange(60))
        return self.present(fate, FAMILY, said_on, said_on, words="Telephone call home")

    def nobody_knows(self, start: int) -> Iterator[Line]:
        if self.chance(45):
            college = self.rng.choice(COLLEGES)
            day = self.list_day(college, start)
            lead = self.setting.place(self.rng.choice(COLLEGES)).name if self.chance(30) else ""
            yield Line(Said.NOT_HERE, college, day, day, college, sent=f"{start} autumn", words="Did not enrol", lead=lead)
        if self.chance(75):
            came = date(start, 11, 18)
            code = self.rng.choice(("810", "810", "820"))
            yield self.present(Fate(None, code), COUNTY, came, came, sent=f"{start} autumn", words="Current situation not known")

    def without_a_place(self, start: int) -> Iterator[Line]:
        code = self.rng.choice(("619", "619", "619", "610", "640", "616"))
        yield self.county(Fate(None, code), start, certain=True)
        if self.chance(45):
            yield self.told_by_family(Fate(None, code), start)

    def turns(self, fate: Fate, start: int) -> Iterator[Line]:
        """What follows where the story does not stay plain."""
        here = fate.place or at.FE
        other = next(college for college in COLLEGES if college != here)
        elsewhere = Fate(other, CODES[other], fate.route)
        if fate.turn in (Turn.COUNTY_NAMES_ANOTHER, Turn.SETTLED):
            yield self.present(elsewhere, COUNTY, date(start, 11, 16), date(start, 11, 18), sent=f"{start} autumn")
        elif fate.turn is Turn.TWO_PLACES:
            yield self.on_list(elsewhere, start)
        elif fate.turn is Turn.LEFT_IN_OCTOBER:
            left = date(start, 10, 12)
            yield Line(Said.LEFT, here, left, date(start, 11, 3), here, sent=f"{start} November", words="Withdrawn")
            yield self.present(elsewhere, other, date(start, 10, 20), date(start, 11, 3), sent=f"{start} November", words="Late start")
            yield self.present(elsewhere, COUNTY, date(start, 11, 9), date(start, 11, 18), sent=f"{start} autumn")
        elif fate.turn is Turn.LEFT_IN_JANUARY:
            left, came = date(start + 1, 1, 11), date(start + 1, 1, 19)
            yield Line(Said.LEFT, here, left, came, here, sent=f"{start} January", words="Withdrawn after Christmas")

    def year_13(self, fate: Fate) -> Iterator[Line]:
        """Those still on a list a year later: kept and shown, though no checkpoint asks."""
        stays = fate.turn is Turn.PLAIN and fate.is_in_education and fate.place in KEEPS_LISTS
        if stays and self.chance(90):
            yield self.on_list(fate, self.leaving + 1)

    def year_14(self, fate: Fate, was_at: str | None) -> Iterator[Line]:
        """The third year: a university says nothing by itself, so the progression list of the place before it, families and students do."""
        start = self.leaving + 2
        told_on = date(start, 9, 22) + days(self.rng.randrange(55))
        if fate.turn is Turn.UNKNOWN:
            return
        if fate.outcome == "240" and was_at in KEEPS_LISTS and self.chance(60):
            came = date(start, 10, 8)
            yield self.present(fate, was_at, came, came, sent=f"{start} progression", words="Went to university")
        elif fate.place in KEEPS_LISTS and self.chance(85):
            yield self.on_list(fate, start)
        elif fate.place in at.EMPLOYERS and self.chance(40):
            yield self.present(fate, fate.place, told_on, told_on, words="Confirmed by email")
        elif self.chance(85):
            source = self.rng.choice((FAMILY, STUDENT, STUDENT))
            words = "Telephone call home" if source == FAMILY else "Answered the alumni message"
            yield self.present(fate, source, told_on, told_on, words=words)

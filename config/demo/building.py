"""Puts an invented school together: register, students, evidence, decisions. Everything that has an action goes through it, in bulk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from django.utils import timezone

from careers.actions.safety import mark_safety
from careers.models import Cohort, School, Student, User
from careers.register import register_of
from careers.rules.characteristics import SpanChange
from careers.rules.groups import own_key
from careers.rules.student_plan import Newcomer, Plan
from config.demo import places as at
from config.demo.calendar import wave_now
from config.demo.fates import Fate, Turn, fates
from config.demo.last_year import ask_last_year
from config.demo.lists import Keeper, Told
from config.demo.people import OWN, Numbers, Person, people
from config.demo.places import Setting, ukprn
from config.demo.reach import Reach, set_up
from config.demo.story import COUNTY, FAMILY, STAFF, STUDENT, Line, Teller
from config.demo.waiting import waiting_list
from config.demo.wave import Asking
from destinations.actions.destinations import exclude, settle
from destinations.actions.evidence import noon, state
from destinations.actions.providers import add_provider, find_source, source_of_authority, source_of_provider
from destinations.actions.returns import stage
from destinations.actions.students import import_students
from destinations.models import Evidence, Provider, ReturnRow, Source
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.sources import SourceKind

TOGETHER = 500
MONTHS_BEFORE = timedelta(days=75)  # an earlier survey of the same autumn would be the same survey
OFFSETS = (-2, -1, 0, 1)  # the summers they leave, counted from the year in which this academic year starts: Year 14 to Year 11
HELD_BACK = at.OTHER_FE  # whose list about this year's Year 12 has come and waits
SETTLED = "The college’s attendance office confirmed by telephone that the student attends; the county’s entry is an old application."
EXCLUSIONS = {
    Turn.MOVED_ABROAD: ("moved abroad", "The family moved to Ireland."),
    Turn.DUAL: ("dual", "Registered at another school, which counts them."),
}


@dataclass(frozen=True, slots=True)
class Builder:
    """Builds one school as on one day."""

    setting: Setting
    school: School
    by: User
    start: int
    today: date
    numbers: Iterator[str]

    def build(self, n: int) -> None:
        self.register_places()
        set_up(self.school, self.setting, self.by, self.start)
        for offset in OFFSETS:
            self.cohort(self.start + offset, n)

    def register_places(self) -> None:
        rng = Random(f"places {self.setting.index}")  # noqa: S311 numbers for the invented, not secrets
        for index, place in enumerate(self.setting.places):
            add_provider(
                school=self.school, by=self.by, name=place.name, type=place.type, aliases=place.aliases, ukprn=ukprn(rng),
                contact_name="Admissions" if index < 9 else "", contact_email=f"admissions{index + 1}@providers.example",
            )  # fmt: skip

    @property
    def providers(self) -> dict[str, Provider]:
        named = {provider.name: provider for provider in self.school.providers.all()}
        return {place.key: named[place.name] for place in self.setting.places}

    def sources(self, providers: dict[str, Provider]) -> dict[str, Source]:
        kinds = {FAMILY: (SourceKind.FAMILY, "Family"), STUDENT: (SourceKind.STUDENT, "Student"), STAFF: (SourceKind.STAFF, "School staff")}
        people = {key: find_source(self.school, kind, name) for key, (kind, name) in kinds.items()}
        return {**{key: source_of_provider(p) for key, p in providers.items()}, **people, COUNTY: source_of_authority(self.school)}

    def cohort(self, leaving: int, n: int) -> None:
        """The leavers of one summer with all that has been said of them by today."""
        rng = Random(f"cohort {self.setting.index} {leaving}")  # noqa: S311 people by chance, not secrets
        invented = people(rng, n, Numbers(self.setting.la_code, self.setting.index, leaving), self.setting.area, self.today)
        students = self.add_students(invented, leaving)
        drawn = fates(rng, invented, self.setting)
        teller = Teller(rng, self.setting, leaving)
        stories = list(zip(students, drawn, (self.told_by_now(teller.tell(fate), leaving) for fate in drawn), strict=True))
        self.state_all(rng, [(student, line) for student, _, lines in stories for line in lines if not self.is_held_back(line, leaving)])
        self.decide(stories, leaving)
        if leaving == self.start:
            self.mark_safety(students)
            self.stage_held_back(rng, students, drawn)

        Reach(rng, self.setting, self.by, self.today, self.numbers).keep(students, leaving)
        self.ask(rng, students, drawn, leaving)

    def ask(self, rng: Random, students: Sequence[Student], drawn: Sequence[Fate], leaving: int) -> None:
        """The surveys of the first school."""
        if not self.has_surveys:
            return
        places = {key: (provider.pk, provider.name) for key, provider in self.providers.items()}
        asking = Asking(rng, places, self.by, self.today, self.start)
        if leaving == self.start + 1:
            asking.ask(students, drawn)
        elif leaving == self.start:
            ask_last_year(asking, students, drawn, wave_now(self.today, self.start)[0])

    @property
    def has_surveys(self) -> bool:
        return self.setting.index == 0

    def told_by_now(self, lines: Sequence[Line], leaving: int) -> list[Line]:
        """What had been heard by today. What Year 11 is being asked now it tells in the survey."""
        told = [line for line in lines if max(line.said_on, line.heard_on) <= self.today]
        asked_now = self.has_surveys and leaving == self.start + 1
        since = wave_now(self.today, self.start)[0] - MONTHS_BEFORE
        return [line for line in told if not (asked_now and line.source == STUDENT and line.said_on >= since)]

    def is_held_back(self, line: Line, leaving: int) -> bool:
        return leaving == self.start and line.source == HELD_BACK and bool(line.sent)

    def add_students(self, invented: Sequence[Person], leaving: int) -> list[Student]:
        new = tuple(
            Newcomer(row, person.values, tuple(SpanChange(span.kind, "begins", span) for span in person.spans))
            for row, person in enumerate(invented, start=2)
        )
        plan = Plan(leaving=leaving, today=self.today, register=register_of(self.school).digest, new=new, own={own_key(OWN): OWN})
        name = f"MIS export {leaving}.csv"
        applied = import_students(school=self.school, plan=plan, by=self.by, file_name=name, file_digest="")
        saved = Student.objects.select_related("school", "cohort__school").in_bulk(applied.added)
        return [saved[pk] for pk in applied.added]

    def state_all(self, rng: Random, told: Sequence[Told]) -> None:
        """Evidence on the day it was heard, with the returns it came in, some hundreds of students at a time."""
        if not told:
            return
        providers = self.providers
        sources, now = self.sources(providers), timezone.localtime()
        rows = Keeper(rng, told[0][0].cohort, sources, providers, self.by, now).keep(told)
        statements = [as_evidence(student, line, sources, providers, rows.get((student.pk, line))) for student, line in told]
        for start in range(0, len(statements), TOGETHER * 5):
            state(school=self.school, by=self.by, statements=statements[start : start + TOGETHER * 5], verb="loaded the demonstration")

    def decide(self, stories: Sequence[tuple[Student, Fate, list[Line]]], leaving: int) -> None:
        """What named persons decided: two are not counted, one is settled once the county's return has come."""
        if leaving > self.start:
            return
        providers = self.providers
        for student, fate, lines in stories:
            if fate.turn in EXCLUSIONS:
                reason, note = EXCLUSIONS[fate.turn]
                exclude(student=student, reason=reason, note=note, by=self.by, on=date(leaving, 7, 3))
            elif fate.turn is Turn.SETTLED and any(line.source == COUNTY for line in lines):
                provider = providers[fate.place or at.FE]
                settle(student=student, checkpoint=Checkpoint.Y12, outcome=fate.outcome, provider=provider, reason=SETTLED, by=self.by)

    def mark_safety(self, students: Sequence[Student]) -> None:
        for student, mark in zip(students[3::8], ("confidential_address", "safeguarding_hold"), strict=False):
            mark_safety(student=student, by=self.by, marks={mark: True})

    def stage_held_back(self, rng: Random, students: Sequence[Student], drawn: Sequence[Fate]) -> None:
        """A list that waits to be looked at. Two of those nobody knows of are on it."""
        theirs = [(student, fate.course) for student, fate in zip(students, drawn, strict=True) if fate.place == HELD_BACK]
        lost = [student for student, fate in zip(students, drawn, strict=True) if fate.turn is Turn.UNKNOWN][:2]
        provider = self.providers[HELD_BACK]
        ours = theirs + [(student, "Diploma in Motor Vehicle Maintenance") for student in lost]
        data = waiting_list(rng, provider.name, ours, self.start, self.setting.area, self.today)
        cohort = Cohort.objects.select_related("school").get(school=self.school, leaving=self.start)
        name = f"{provider.name} enrolments.xlsx"
        stage(cohort=cohort, source=source_of_provider(provider), data=data, file_name=name, by=self.by, received_on=self.today)


def as_evidence(
    student: Student, line: Line, sources: dict[str, Source], providers: dict[str, Provider], row: ReturnRow | None
) -> Evidence:
    return Evidence(
        student=student,
        source=sources[line.source],
        said=line.said,
        outcome=line.outcome,
        route=line.route,
        provider=providers.get(line.place or ""),
        course=line.course,
        level=line.level,
        said_on=line.said_on,
        dated=line.dated,
        words=line.words,
        lead=line.lead,
        recorded_at=min(noon(line.heard_on), timezone.now()),
        return_row=row,
        place=f"row {row.row} of {row.data_return.file_name}"[:250] if row else "",
    )

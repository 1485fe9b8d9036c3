"""How the invented students are reached, what was said about permissions, and how their school writes. Numbers are Ofcom's for stories,
addresses end in .example: no message can reach anyone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from django.utils import timezone

from careers.actions import audit, message_settings, personal_codes
from careers.models import ContactDetail, Permission, School, Student, User
from careers.rules.asking import Answer, Channel, Purpose, Who
from careers.rules.contact import ContactKind, Whose
from config.demo.calendar import holidays
from config.demo.places import Setting
from destinations.actions.evidence import noon

STREETS = ("Mill Lane", "Chapel Street", "Beck Side", "Orchard Close", "Priory Road", "Quarry Bank", "Station Parade", "Rowan Avenue")
PARENTS = (("Mother", ("Anita", "Joanne", "Farah", "Karen", "Ewa", "Blessing")), ("Father", ("Derek", "Imtiaz", "Paul", "Marek", "Kofi")))
TOGETHER = 1_000


def set_up(school: School, around: Setting, by: User, start: int) -> None:
    """Who the school writes as, and its holidays."""
    message_settings.save_settings(
        school=school,
        by=by,
        sender_name=f"{by.name}, careers leader",
        reply_to=f"careers@{around.domain}",
        careers_phone="01632 960123",
        data_protection_contact=f"dataprotection@{around.domain}",
        postal_address=f"{school.name}\nSchool Lane\n{around.area}60 1AA",
    )
    for name, first, last in holidays(start):
        message_settings.add_holiday(school=school, name=name, first=first, last=last, by=by)


@dataclass(frozen=True, slots=True)
class Reach:
    """Contact details and permissions of one cohort. `numbers` gives telephone numbers."""

    rng: Random
    around: Setting
    by: User
    today: date
    numbers: Iterator[str]

    def keep(self, students: Sequence[Student], leaving: int) -> None:
        school = students[0].school
        in_school = self.today < date(leaving, 9, 1)
        details = [detail for student in students for detail in self.details(student, leaving, in_school=in_school)]
        ContactDetail.objects.bulk_create(details, batch_size=TOGETHER)
        said = [word for student in students for word in (self.year_11(student, leaving) if in_school else self.leaver(student, leaving))]
        Permission.objects.bulk_create([word for word in said if word.on <= self.today], batch_size=TOGETHER)
        audit.record(school=school, by=self.by, verb="kept contact details", messages=0, leaving=leaving)
        if in_school:
            personal_codes.codes_for(students, by=self.by)

    def chance(self, percent: float) -> bool:
        return self.rng.random() * 100 < percent

    def details(self, student: Student, leaving: int, *, in_school: bool) -> Iterator[ContactDetail]:
        """Most have most; nobody has everything."""
        name = "".join(
            part for part in f"{student.forename}.{student.surname}".lower() if part.isascii() and (part.isalpha() or part == ".")
        )
        since = min(self.today, date(leaving - 1, 9, 9) if in_school else date(leaving, 5, 12))

        def detail(kind: ContactKind, value: str, whose: Whose = Whose.STUDENT, **more: str) -> ContactDetail:
            source = "MIS export" if in_school or whose is Whose.PARENT else "Leavers’ form"
            return ContactDetail(
                student=student, kind=kind, value=value, whose=whose, source=source, since=since, checked_on=since,
                recorded_at=min(noon(since), timezone.now()), recorded_by=self.by, **more,
            )  # fmt: skip

        if in_school and self.chance(97):
            yield detail(ContactKind.SCHOOL_EMAIL, f"{student.admission_number}@students.{self.around.domain}")
        if self.chance(35 if in_school else 62):
            yield detail(ContactKind.EMAIL, f"{name}{self.rng.randrange(10, 99)}@mail.example")
        if self.chance(48 if in_school else 66):
            yield detail(ContactKind.MOBILE, next(self.numbers))
        if self.chance(96):
            house = f"{self.rng.randrange(1, 120)} {self.rng.choice(STREETS)}"
            yield detail(ContactKind.ADDRESS, f"{house}\n{student.postcode}")
        if self.chance(92):
            relation, names = self.rng.choice(PARENTS)
            parent = {"name": f"{self.rng.choice(names)} {student.surname}", "relation": relation}
            yield detail(ContactKind.MOBILE, next(self.numbers), Whose.PARENT, **parent)
            if self.chance(70):
                yield detail(ContactKind.EMAIL, f"home.{name}{self.rng.randrange(10, 99)}@mail.example", Whose.PARENT, **parent)

    def word(self, student: Student, purpose: Purpose, answer: Answer, on: date, who: Who = Who.STUDENT) -> Permission:
        return Permission(
            student=student, purpose=purpose, answer=answer, who=who, channel=Channel.PAPER, on=on,
            recorded_at=min(noon(on), timezone.now()), recorded_by=self.by,
        )  # fmt: skip

    def year_11(self, student: Student, leaving: int) -> Iterator[Permission]:
        """Told in September what the law requires; a few parents object to the rest, a few families want no messages."""
        yield self.word(student, Purpose.SHARE_AUTHORITY, Answer.TOLD, date(leaving - 1, 9, 15), Who.PARENT)
        if self.chance(1.5):
            yield self.word(student, Purpose.SHARE_AUTHORITY_MORE, Answer.REFUSED, date(leaving - 1, 9, 15), Who.PARENT)
        if self.chance(1):
            yield self.word(student, Purpose.CONTACT, Answer.REFUSED, date(leaving - 1, 9, 22))

    def leaver(self, student: Student, leaving: int) -> Iterator[Permission]:
        """The leavers' form of May."""
        on = date(leaving, 5, 12)
        yield self.word(student, Purpose.SHARE_AUTHORITY, Answer.TOLD, on)
        for purpose, given, refused in ((Purpose.CONTACT, 82, 4), (Purpose.SHARE_PROVIDERS, 80, 3), (Purpose.ALUMNI, 44, 23)):
            drawn = self.rng.random() * 100
            if drawn < given + refused:
                yield self.word(student, purpose, Answer.GIVEN if drawn < given else Answer.REFUSED, on)


def telephone_numbers(index: int) -> Iterator[str]:
    """Mobile numbers that Ofcom keeps for stories: a thousand, again and again."""
    number = 137 * index
    while True:
        yield f"+447700900{number % 1000:03d}"
        number += 1

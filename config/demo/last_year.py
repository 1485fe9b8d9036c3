"""The surveys that last year's Year 11 was asked, long closed: what this year's is compared with."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.utils import timezone

from careers.models import Student
from config.demo import answers as telling
from config.demo.calendar import at, name_of, waves_last_year
from config.demo.fates import Fate
from config.demo.wave import Asking, saved
from surveys.models import Invitation, PageAnswer, Response, Wave
from surveys.rules import plans
from surveys.rules.surveys import FIRST

# By the end of which day of the wave how many of a hundred had finished.
CURVE = ((1, 9), (2, 21), (3, 27), (6, 35), (7, 46), (8, 51), (13, 55), (14, 66), (15, 69), (21, 78), (27, 83))


def ask_last_year(asking: Asking, students: Sequence[Student], drawn: Sequence[Fate], opens: date) -> None:
    """Two waves with their answers. The evidence they made is told by the story."""
    for first, last in waves_last_year(opens, asking.start):
        wave = Wave.objects.create(
            cohort=students[0].cohort, survey=FIRST.key, name=name_of(first), opens_on=first, closes_on=last,
            plan=plans.as_data(plans.usual_plan()), made_at=at(first, 8), made_by=asking.by, opened_at=at(first, 8),
            closed_at=min(at(last, 16), timezone.now()),
        )  # fmt: skip
        answered(asking, wave, students, drawn)


def answered(asking: Asking, wave: Wave, students: Sequence[Student], drawn: Sequence[Fate]) -> None:
    came = {student.pk: when(asking, wave) for student in students}
    rows = [
        Invitation(
            wave=wave, student=student, invited_at=at(wave.opens_on, 8), opened_at=began, started_at=began, finished_at=end_of(began)
        )
        for student in students
        for began in [came[student.pk]]
    ]
    invitations = Invitation.objects.bulk_create(rows)
    responses = [
        Response(invitation=row, started_at=row.started_at, saved_at=row.finished_at, finished_at=row.finished_at, heard_at=row.finished_at)
        for row in invitations
        if row.started_at and row.finished_at
    ]
    Response.objects.bulk_create(responses)
    fates = {student.pk: fate for student, fate in zip(students, drawn, strict=True)}
    pages: list[PageAnswer] = []
    for response in responses:
        who = telling.Student(asking.rng, fates[response.invitation.student_id], asking.places, timezone.localdate(response.started_at))
        pages += saved(response, who.answers(), response.started_at, f"{asking.rng.getrandbits(128):032x}")
    PageAnswer.objects.bulk_create(pages, batch_size=1_000)


def when(asking: Asking, wave: Wave) -> datetime | None:
    """When somebody answered, along the curve; None for those who never did."""
    drawn = asking.rng.random() * 100
    day = next((day for day, share in CURVE if drawn < share), None)
    minutes = asking.rng.randrange(14)
    return at(wave.opens_on + timedelta(days=day), 8) + timedelta(minutes=50 + minutes) if day is not None else None


def end_of(began: datetime | None) -> datetime | None:
    return began + timedelta(minutes=4) if began else None

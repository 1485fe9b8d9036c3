"""A list that came this morning and waits to be looked at: some rows certain, some to check, some of other schools."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from random import Random

from openpyxl import Workbook

from careers.models import Student
from config.demo.fates import COURSES
from config.demo.names import KNOWN_AS
from config.demo.people import one
from destinations.rules.outcomes import Route


def waiting_list(rng: Random, provider: str, ours: Sequence[tuple[Student, str]], leaving: int, area: str, today: date) -> bytes:
    """An enrolment list in a college's own layout, with the slips such lists have."""
    rows = [as_row(rng, index, student, course) for index, (student, course) in enumerate(ours)]
    for stranger in (one(rng, leaving, area) for _ in range(rng.randrange(8, 15))):
        values = stranger.values
        rows.append([values["surname"], values["forename"], values["date_of_birth"], rng.choice(COURSES[Route.VOCATIONAL]), "Enrolled"])
    rng.shuffle(rows)
    book = Workbook()
    sheet = book.active
    heading = ["Family name", "First name", "D.O.B.", "Course", "Status"]
    for line in ([f"{provider}: enrolments"], [f"Printed {today:%d/%m/%Y}"], [], heading, *rows):
        sheet.append(line)
    sheet.append(["Total", None, None, None, len(rows)])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def as_row(rng: Random, index: int, student: Student, course: str) -> list:
    """Of every five: one goes by a short name, one has no birth date, one has day and month swapped."""
    forename, born = student.forename, student.date_of_birth
    if index % 5 == 1:
        forename = student.known_as or KNOWN_AS.get(forename, forename)
    elif index % 5 == 2:
        born = None
    elif index % 5 == 3 and born:
        born = born.replace(day=born.month, month=born.day) if born.day <= 12 else born.replace(day=born.day % 28 + 1)
    return [student.surname.upper(), forename, born, course, rng.choice(("Enrolled", "Enrolled", "Attending"))]

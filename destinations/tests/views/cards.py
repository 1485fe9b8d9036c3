"""A list with rows to check, as matching would have left them; everybody in it is invented."""

from datetime import date

from django.core.files.base import ContentFile
from django.urls import reverse

from careers.models import Cohort, Student
from careers.tests.factories import StudentFactory
from destinations.models import DataReturn, ReturnRow
from destinations.tests.factories import DataReturnFactory, SourceFactory

LONG = "Featherstonehaugh-Wolstenholme-Armitage"
HEADINGS = ("Surname", "Forename", "Date of birth")
FILE = b"Surname,Forename,Date of birth\nBarlow,Thomas,14/03/2009\nDover,Kit,02/02/2009\nEaves,Lou,03/03/2009\nFenn,Ash,04/04/2009\n"
LAYOUT = [
    {
        "sheet": "Sheet1",
        "part": 0,
        "title": "Sheet1",
        "header_row": 1,
        "hidden": False,
        "corrected": {},
        "columns": [
            {"letter": letter, "heading": heading, "field": field, "words": "", "sure": 1}
            for letter, heading, field in zip("ABC", HEADINGS, ("surname", "forename", "date_of_birth"), strict=True)
        ],
    }
]


def student(cohort: Cohort, surname: str, forename: str, **more) -> Student:
    return StudentFactory(cohort=cohort, surname=surname, forename=forename, **{"date_of_birth": date(2009, 3, 14), **more})


def a_list(cohort: Cohort, **more) -> DataReturn:
    source = SourceFactory(school=cohort.school, name="Newlands College", normalised="newlands college")
    return DataReturnFactory(cohort=cohort, source=source, layout=LAYOUT, file=ContentFile(FILE, "return"), **more)


def to_check(data_return: DataReturn, row: int, seen: dict[str, str], *candidates: tuple[Student, str], **more) -> ReturnRow:
    """A row that waits; each candidate with what matching says of it."""
    named = [{"student": found.pk, "score": 0.5, "words": words} for found, words in candidates]
    data_return.counts["check"] = data_return.counts.get("check", 0) + 1
    data_return.save(update_fields=["counts"])
    given = {"sheet": "Sheet1", "pile": "check", "said": "present", "outcome": "220", "course": "A levels", **more}
    return data_return.rows.create(row=row, seen=seen, candidates=named, **given)


def many_to_check(data_return: DataReturn, tom: Student, how_many: int, first: int = 2) -> list[ReturnRow]:
    seen = {"surname": tom.surname, "forename": tom.forename}
    return [to_check(data_return, first + n, seen, (tom, "Same name; no birth date to compare.")) for n in range(how_many)]


def card_of(row: ReturnRow) -> str:
    return reverse("returns:row", args=[row.data_return_id, row.pk])


def next_of(data_return: DataReturn) -> str:
    return reverse("returns:check", args=[data_return.pk])

"""The lists that lines of a story came on: returns as they look once they have been applied, so that a story can show file and row."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from careers.imports.cells import column_letter
from careers.models import Cohort, Student, User
from config.demo.story import COUNTY, Line
from destinations.models import DataReturn, Provider, ReturnRow, Source

HEADINGS = {
    COUNTY: (("UPN", "upn"), ("Surname", "surname"), ("Forename", "forename"), ("DOB", "date_of_birth"),
             ("Current situation", "activity_code"), ("Establishment", "provider"), ("Date verified", "date_verified")),
    "": (("Surname", "surname"), ("First name", "forename"), ("Date of birth", "date_of_birth"), ("Postcode", "postcode"),
         ("Course", "course"), ("Level", "level"), ("Status", "status")),
}  # fmt: skip
Told = tuple[Student, Line]


@dataclass(frozen=True, slots=True)
class Keeper:
    """Makes the returns of one cohort."""

    rng: Random
    cohort: Cohort
    sources: dict[str, Source]
    providers: dict[str, Provider]
    by: User
    now: datetime

    def keep(self, told: Iterable[Told]) -> dict[tuple[int, Line], ReturnRow]:
        """The saved row of each line that came on a list, by student and line."""
        lists: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
        for student, line in told:
            if line.sent:
                lists[line.source, line.sent].append((student, line))
        kept: dict[tuple[int, Line], ReturnRow] = {}
        for (source, sent), lines in sorted(lists.items(), key=lambda item: item[1][0][1].heard_on):
            kept |= self.one_list(source, sent, lines)
        return kept

    def one_list(self, source: str, sent: str, lines: Sequence[Told]) -> dict[tuple[int, Line], ReturnRow]:
        came, strangers = lines[0][1].heard_on, self.rng.randrange(4, 40) if source != COUNTY else 0
        name = self.file_name(source, sent, came.strftime("%d-%m-%Y"))
        columns = HEADINGS.get(source, HEADINGS[""])
        heard = min(datetime(came.year, came.month, came.day, 14, 20, tzinfo=self.now.tzinfo), self.now)
        applied = DataReturn.objects.create(
            school=self.cohort.school,
            cohort=self.cohort,
            source=self.sources[source],
            file_name=name,
            digest=hashlib.sha256(f"{self.cohort.pk} {name}".encode()).hexdigest(),
            received_on=came,
            layout=[{"sheet": "Sheet1", "header_row": 1, "columns": [as_column(i, *c) for i, c in enumerate(columns)], "corrected": {}}],
            state=DataReturn.State.APPLIED,
            counts={"certain": len(lines), "check": 0, "not_ours": strangers, "added": len(lines), "already": 0, "waiting": 0},
            version=2,
            uploaded_by=self.by,
            applied_at=heard,
            applied_by=self.by,
        )
        DataReturn.objects.filter(pk=applied.pk).update(uploaded_at=heard)
        numbers = sorted(self.rng.sample(range(2, len(lines) + strangers + 2), len(lines)))
        rows = [self.row(applied, number, student, line) for number, (student, line) in zip(numbers, in_order(lines), strict=True)]
        ReturnRow.objects.bulk_create(rows, batch_size=500)
        return {(student.pk, line): row for row, (student, line) in zip(rows, in_order(lines), strict=True)}

    def file_name(self, source: str, sent: str, day: str) -> str:
        if source == COUNTY:
            return f"Schools portal export {day}.csv"
        kind = {"progression": "progression", "January": "withdrawals", "November": "changes"}.get(sent.split()[1], "enrolments")
        return f"{self.providers[source].name} {kind} {day}.xlsx"

    def row(self, applied: DataReturn, number: int, student: Student, line: Line) -> ReturnRow:
        return ReturnRow(
            data_return=applied,
            sheet="Sheet1",
            row=number,
            pile=ReturnRow.Pile.CERTAIN,
            student=student,
            said=line.said,
            outcome=line.outcome,
            provider=self.providers.get(line.place or ""),
            course=line.course,
            level=line.level,
            route=line.route,
            verified_on=line.said_on if line.source == COUNTY and line.dated else None,
            words=line.words,
            lead=line.lead,
            why="The UPN is the same." if line.source == COUNTY else "Name and date of birth are the same.",
        )


def in_order(lines: Sequence[Told]) -> list[Told]:
    return sorted(lines, key=lambda told: (told[0].surname, told[0].forename, told[0].pk))


def as_column(index: int, heading: str, field: str) -> dict[str, object]:
    letter = column_letter(index)
    return {"letter": letter, "heading": heading, "field": field, "words": f"Column {letter}: {heading}", "sure": 1}

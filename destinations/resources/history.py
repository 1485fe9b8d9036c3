"""The sample of a school's past: the layout with three invented students, in the two formats people use (docs/history.md)."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import tablib
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

LEAVING = 2023
PARTS = ("outcome", "provider", "source", "date")
CHECKPOINTS = ("Year 11 intended", "Year 11 confirmed", "Year 12", "Year 14")
HEADINGS = (
    "UPN", "ULN", "Surname", "Forename", "Date of birth", "Form", "SEN", "FSM", *(f"{c} {part}" for c in CHECKPOINTS for part in PARTS)
)  # fmt: skip
Cell = str | date
ROWS: tuple[tuple[Cell, ...], ...] = (
    (
        "Z888999923001", "", "Fenwright", "Ada", date(2007, 3, 14), "11A", "N", "N",
        "A levels", "Corran Sixth Form College", "Student", date(2022, 11, 8),
        "A levels", "Corran Sixth Form College", "Staff", date(2023, 8, 24),
        "220", "Corran Sixth Form College", "Corran Sixth Form College", date(2023, 9, 14),
        "University", "University of Wendover", "Family", date(2025, 11, 3),
    ),
    (
        "N888999923002", "", "Okondo", "Tobias", date(2006, 10, 2), "11B", "K", "Y",
        "College", "Lune Vale College", "Student", date(2022, 11, 10),
        "Apprenticeship", "Hale Joinery Ltd", "Staff", date(2023, 8, 24),
        "310", "Hale Joinery Ltd", "County Council", date(2023, 11, 1),
        "Employment with training", "Hale Joinery Ltd", "Employer", date(2025, 10, 20),
    ),
    (
        "", "", "Maddern", "Iris", date(2007, 6, 30), "11C", "N", "N",
        "Undecided", "", "Student", date(2023, 2, 6),
        "Not known", "", "", "",
        "NEET", "", "Family", date(2023, 10, 4),
        "Not known", "", "", "",
    ),
)  # fmt: skip
NOTES = (
    "How to fill in the first sheet",
    "A row is a student. Leave a cell empty where nothing is known; leave out columns you do not have.",
    "Who: the UPN, else the ULN, else surname, forename and date of birth. A student who is not in the register is added.",
    "Outcome: a national activity code such as 230, or words: sixth form, college, apprenticeship, employment, NEET, not known, A levels …",
    "Source: who said so: the provider's name, the county council, family, student or staff. Empty means staff.",
    "Date: when it was true or said. Empty means the day the checkpoint is about, and the statement is marked as undated.",
    "The people here are invented. Delete their rows.",
)


def as_csv() -> bytes:
    """With a byte order mark, so that Excel opens it in the right encoding."""
    return b"\xef\xbb\xbf" + tablib.Dataset(*map(with_typed_dates, ROWS), headers=HEADINGS).export("csv").encode()


def with_typed_dates(row: tuple[Cell, ...]) -> list[str]:
    return [f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell for cell in row]


def as_workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = f"Leavers {LEAVING}"
    for row in (HEADINGS, *ROWS):
        sheet.append([cell or None for cell in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(cell.column)].width = max(12, len(str(cell.value)) + 2)
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.number_format = "dd/mm/yyyy" if isinstance(cell.value, date) else "@"
    sheet.freeze_panes = "E2"
    notes = book.create_sheet("How to fill it in")
    for line in NOTES:
        notes.append([line])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


SAMPLES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_workbook),
    "csv": ("text/csv; charset=utf-8", as_csv),
}

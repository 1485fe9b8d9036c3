"""Exports of invented students as a school's system writes them, for measuring imports."""

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

HEADINGS = (
    "UPN", "ULN", "Adno", "Legal Surname", "Legal Forename", "Middle Name(s)", "Preferred Forename", "Preferred Surname",
    "Former Surname", "DOB", "Sex", "Reg Group", "Postcode", "Attendance", "Enrolment Status", "SEN Status", "FSM",
    "Pupil Premium", "EAL", "Looked After", "Young Carer", "Year",
)  # fmt: skip
SURNAMES = "Ashworth Bell Cartwright Dyson Entwistle Fielding Grimshaw Hargreaves Iddon Jolly Kershaw Lomax Marsden Nuttall Okafor".split()
FORENAMES = "Ada Ben Cyd Dev Eve Finn Gia Hal Ivy Jay Kit Liv Mo Nia Oli Pia Quin Roz Sam Tia Una Val Wes Xan Yas Zoe".split()
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
LEAVING = 2025


def upn(number: int) -> str:
    digits = f"888{number // 100000:02d}{20:02d}{number % 100000:05d}"
    return UPN_LETTERS[sum(weight * int(digit) for weight, digit in enumerate(digits, start=2)) % 23] + digits


def uln(number: int) -> str | None:
    """None for the tenth of the numbers that no digit completes."""
    digits = f"{100_000_000 + number}"
    remainder = sum((10 - place) * int(digit) for place, digit in enumerate(digits)) % 11
    return f"{digits}{10 - remainder}" if remainder else None


def students(rows: int, seed: int = 1) -> Iterator[tuple[str, ...]]:
    """Invented students as a school's system writes them, one in a thousand with a birth date that cannot be."""
    rng = random.Random(seed)  # noqa: S311
    first = date(LEAVING - 17, 9, 1)
    for number in range(rows):
        born = first + timedelta(days=rng.randrange(365))
        surname, forename = f"{rng.choice(SURNAMES)}{rng.choice(('', '-Hall', 'son'))}", rng.choice(FORENAMES)
        yield (
            upn(number), uln(number) or "", f"{number:06d}", surname, forename, rng.choice(("", "", "Jo")), rng.choice(("", "", "Kit")),
            "", "", "31/02/2009" if number % 1000 == 999 else f"{born:%d/%m/%Y}", rng.choice("MF"),
            f"11{chr(65 + number % 12)}", f"PR{1 + number % 9} {number % 10}{rng.choice('ABDEF')}{rng.choice('ABDEF')}",
            f"{80 + rng.randrange(200) / 10:.1f}", "C", rng.choice("NNNNNNKE"), rng.choice("NNNNNNNY"), rng.choice("NNNNNNY"),
            rng.choice("NNNNNY"), "Y" if not rng.randrange(80) else "N", "Y" if not rng.randrange(60) else "N", "11",
        )  # fmt: skip


def write_csv(path: Path, rows: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADINGS)
        writer.writerows(students(rows))
    return path


def write_xlsx(path: Path, rows: int) -> Path:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Students")
    sheet.append(HEADINGS)
    for row in students(rows):
        sheet.append(row)
    book.save(path)
    return path


def changed(path: Path) -> Path:
    """The same students in other forms."""
    if path.suffix != ".csv":
        return path
    other = path.with_name(f"changed-{path.name}")
    with path.open(encoding="utf-8", newline="") as rows, other.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        for row in csv.reader(rows):
            row[11] = row[11].replace("11", "10", 1)
            writer.writerow(row)
    return other

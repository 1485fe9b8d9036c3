"""Write a folder of invented returns whose truth is known, in layouts drawn at random, for `school_folder.py`.

    python benchmarks/make_folder.py FOLDER [--seed 1] [--students 210]

Headings, words and layouts are listed here by hand and not taken from the program, so that it is not measured against its own tables.
"""

import argparse
import csv
import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.folder_words import COURSES, HEADINGS, LABELS, PROVIDERS, SHEETS, STANDARDS, TICKS, WORDS
from benchmarks.match_generator import Clerk, Person, Town
from careers.matching.records import Listed
from destinations.rules.checkpoints import Checkpoint, question
from destinations.rules.reconciliation import reconcile
from destinations.rules.sources import SourceKind
from destinations.rules.statements import Said, Statement

LEAVING, RESULTS, COUNTY = 2025, date(2025, 8, 21), "Lancashire County Council"
DAYS: tuple[Callable[[date], Any], ...] = (
    lambda d: d, lambda d: f"{d:%d/%m/%Y}", lambda d: f"{d:%d-%b-%Y}", lambda d: f"{d:%d.%m.%y}", lambda d: d.isoformat(),
    lambda d: f"{d.day}/{d.month}/{d:%y}", lambda d: f"{d:%d %B %Y}", lambda d: f"{d:%Y%m%d}",
)  # fmt: skip
NAMES: tuple[Callable[[Listed], str], ...] = (
    lambda r: f"{r.surname}, {r.forename}", lambda r: f"{r.forename} {r.surname}", lambda r: f"{r.surname.upper()} {r.forename}",
    lambda r: f"{r.surname.upper()}, {r.forename}",
)  # fmt: skip
SLIPS = 0.12
FIELDS = {"tick": "status", "ilr": "status", "crossed": "status", "standard": "course"}


@dataclass
class Row:
    """One row to write, and what is true of it."""

    listed: Listed
    upn: str
    said: Said
    code: str
    provider: str
    more: dict[str, Any] = field(default_factory=dict)


@dataclass
class File:
    """One list: its columns in order, its rows by sheet, and who sent it."""

    name: str
    sender: str
    received_on: date
    columns: list[str]
    sheets: dict[str, list[Row]]
    titles: list[str] = field(default_factory=list)
    total: bool = False
    authority: bool = False


class Folder:
    """Draws a school and its returns; the same seed draws the same."""

    def __init__(self, seed: int, students: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311
        self.town, self.clerk = Town(seed), Clerk(seed + 1)
        self.clerk.rates.wrong = SLIPS
        self.ours, self.absent = self.town.cohort(students)
        self.place = {person.known.upn: self.rng.choices(PROVIDERS, (30, 40, 12, 10, 12, 4))[0] for person in self.ours}
        self.code: dict[str, str] = {}
        for person in self.ours:
            _, kind, code, _ = self.place[person.known.upn]
            apprentice = kind == "training provider" and self.rng.random() < 0.7
            self.code[person.known.upn] = "310" if apprentice else code
        self.elsewhere = {person.known.upn: self.rng.choice(("619", "810", "330")) for person in self.rng.sample(self.ours, students // 10)}
        self.style = 0

    def files(self) -> list[File]:
        lists = [self.college(*provider[:3]) for provider in PROVIDERS]
        return [*lists, self.county()]

    def heads(self, *names: str) -> list[str]:
        return [name for name in names if name]

    def college(self, name: str, kind: str, code: str) -> File:
        rng = self.rng
        mine = [p for p in self.ours if self.place[p.known.upn][0] == name and p.known.upn not in self.elsewhere]
        gone = [p for p in self.ours if self.place[p.known.upn][0] != name and rng.random() < 0.05]
        strangers = self.town.strangers(self.ours, self.absent, rng.randrange(0, 30)) if rng.random() < 0.7 else []
        way = rng.choice(("status", "tick", "sheets", "dates", "plain", "ilr", "crossed", "parts"))
        saids = [(p, Said.PRESENT) for p in [*mine, *strangers]] + [(p, rng.choice((Said.LEFT, Said.NOT_HERE))) for p in gone]
        if way in ("dates", "ilr", "crossed"):
            saids = [(p, Said.PRESENT if said is Said.PRESENT else Said.LEFT) for p, said in saids]
        if way == "plain":
            saids = [(p, said) for p, said in saids if said is Said.PRESENT]
        rng.shuffle(saids)
        if way == "parts":
            saids.sort(key=lambda pair: list(SHEETS).index(pair[1]))
        apprentices = kind == "training provider"
        identity = rng.choice((["surname", "forename"], ["forename", "surname"], ["full_name"]))
        columns = self.heads(
            rng.choice(("reference", "")), *identity, "date_of_birth", rng.choice(("form", "", "")), rng.choice(("previous_school", "")),
            *(("employer", "standard") if apprentices else ("course", rng.choice(("level", "")))), rng.choice(("start_date", "")),
            *{"status": ("status",), "tick": ("tick", rng.choice(("went_elsewhere", ""))), "dates": ("end_date",), "ilr": ("ilr",),
              "crossed": ("crossed",)}.get(way, ()),
        )  # fmt: skip
        rows = [self.row(person, said, name, code, apprentices, way) for person, said in saids]
        sheets: dict[str, list[Row]] = {"Sheet1": rows}
        if way == "sheets":
            sheets = {rng.choice(SHEETS[said]): [r for r in rows if r.said is said] for said in (Said.PRESENT, Said.LEFT, Said.NOT_HERE)}
            sheets = {title: listed for title, listed in sheets.items() if listed}
        ending = "xlsx" if way == "sheets" or rng.random() < 0.6 else "csv"
        titles = rng.choice(([], [name], [name, "Enrolment list, 2025/26"], [f"{name} - new starters", "", "Confidential"]))
        received = date(2025, 9, rng.randrange(15, 30))
        return File(f"{name.split()[0].lower()}_{way}.{ending}", name, received, columns, sheets, titles, rng.random() < 0.4)

    def row(self, person: Person, said: Said, provider: str, code: str, apprentices: bool, way: str) -> Row:
        rng, ours = self.rng, person in self.ours
        listed = self.clerk.row(person, 0, postcode=False)
        code = self.code.get(person.known.upn, code) if said is Said.PRESENT else ""
        school = (
            rng.choice(("Upper Calder Academy", "Upper Calder", "UCA", "")) if ours else rng.choice(("Moor Park High", "St Wilfrid's", ""))
        )
        apprentice = apprentices and code == "310"
        more = {
            "course": rng.choice(COURSES), "level": rng.choice(("1", "2", "3")), "start_date": date(2025, 9, 4), "previous_school": school,
            "employer": "Ribble Motors Ltd" if apprentice else "", "standard": rng.choice(STANDARDS) if apprentice else "",
            "status": rng.choice(WORDS[said]), "tick": rng.choice(TICKS[said]),
            "end_date": date(2025, 9, 12) if said is Said.LEFT else None,
            "reference": f"{rng.randrange(10**5, 10**6)}", "form": person.known.form if ours else "",
            "went_elsewhere": rng.choice((PROVIDERS[1][0], "")) if said is Said.NOT_HERE else "",
        }  # fmt: skip
        more |= {"ilr": 1 if said is Said.PRESENT else 3, "crossed": "x" if said is Said.LEFT else ""}
        return Row(listed, person.known.upn if ours else "", said, code, provider, more)

    def county(self) -> File:
        rng = self.rng
        coded = rng.random() < 0.6
        columns = self.heads(
            "reference", rng.choice(("upn", "")), "surname", "forename", "date_of_birth", "activity_code" if coded else "",
            "activity_words", "provider", rng.choice(("start_date", "")), "date_verified",
        )  # fmt: skip
        rows = []
        for person in self.ours:
            code = self.elsewhere.get(person.known.upn) or self.code[person.known.upn]
            home, _, _, alias = self.place[person.known.upn]
            placed = code not in ("619", "810", "330")
            listed = self.clerk.row(person, 0, numbers=True)
            more = {
                "activity_code": code, "activity_words": LABELS[code], "provider": rng.choice((home, home, alias)) if placed else "",
                "start_date": date(2025, 9, 4), "date_verified": date(2025, 11, 14) if rng.random() < 0.85 else None,
                "reference": f"{rng.randrange(10**6, 10**7)}",
            }  # fmt: skip
            rows.append(Row(listed, person.known.upn, Said.PRESENT, code, home if placed else "", more))
        rng.shuffle(rows)
        return File("county.csv", COUNTY, date(2025, 11, 24), columns, {"Sheet1": rows}, authority=True)


def cells_of(row: Row, columns: Sequence[str], day: Callable[[date], Any], name: Callable[[Listed], str]) -> list[Any]:
    listed = row.listed
    known = {
        "surname": listed.surname, "forename": listed.forename, "full_name": name(listed), "date_of_birth": listed.date_of_birth,
        "upn": listed.upn,
    }  # fmt: skip
    values = [(known | row.more)[column] for column in columns]
    return [day(value) if isinstance(value, date) else value for value in values]


def write(folder: Path, made: Folder, file: File, truth: list, columns: list) -> None:
    """The file itself, and the lines of truth.csv and columns.csv about it."""
    rng = made.rng
    heads = [rng.choice(HEADINGS[column]) for column in file.columns]
    day, name = rng.choice(DAYS), rng.choice(NAMES)
    if file.name.endswith("csv") and day is DAYS[0]:
        day = DAYS[1]
    book: list[tuple[str, list[list[Any]]]] = []
    for sheet, rows in file.sheets.items():
        lines = [[title] for title in file.titles] + [heads]
        before = Said.PRESENT
        for row in rows:
            if "_parts" in file.name and row.said is not before:
                before = row.said
                lines.append([rng.choice(SHEETS[before])])
            truth.append([file.name, sheet, len(lines) + 1, row.upn, row.said, row.code, row.provider])
            lines.append(cells_of(row, file.columns, day, name))
        lines += [["Total", len(rows)]] if file.total else []
        for n, column in enumerate(file.columns):
            columns.append([file.name, sheet, len(file.titles) + 1, chr(65 + n), FIELDS.get(column, column)])
        book.append((sheet, lines))
    save(folder / file.name, book, rng)


def save(path: Path, book: Sequence[tuple[str, list[list[Any]]]], rng: random.Random) -> None:
    """A workbook, or text in some encoding with some separator."""
    if path.suffix == ".csv":
        separator, encoding = rng.choice(((",", "utf-8-sig"), (";", "utf-8"), ("\t", "utf-16"), ("|", "utf-8")))
        with path.open("w", encoding=encoding, errors="replace", newline="") as out:
            csv.writer(out, delimiter=separator).writerows(book[0][1])
        return
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet, lines in book:
        page = workbook.create_sheet(sheet)
        for line in lines:
            page.append([value or None for value in line])
    workbook.save(path)


def answers(made: Folder, files: Sequence[File]) -> list[list[Any]]:
    """What the published rule answers from the truth of every row."""
    asked = question(Checkpoint.Y12, LEAVING, RESULTS)
    ids = {name: n for n, (name, *_) in enumerate(PROVIDERS, start=1)}
    heard: dict[str, list[Statement]] = {person.known.upn: [] for person in made.ours}
    number = 0
    for file in files:
        for rows in file.sheets.values():
            for row in rows:
                if not row.upn:
                    continue
                number += 1
                verified = row.more.get("date_verified") if file.authority else None
                heard[row.upn].append(
                    Statement(
                        id=number, source=0 if file.authority else ids[file.sender], source_name=file.sender,
                        kind=SourceKind.LOCAL_AUTHORITY if file.authority else SourceKind.PROVIDER, said=row.said,
                        said_on=verified or file.received_on, recorded_at=datetime(2025, 12, 1, tzinfo=UTC), outcome=row.code or None,
                        provider=ids.get(row.provider), provider_name=row.provider, dated=not file.authority or verified is not None,
                        ends_on=row.more.get("end_date") if "end_date" in file.columns else None,
                    )
                )  # fmt: skip
    found = {upn: reconcile(statements, asked) for upn, statements in heard.items()}
    return [[upn, answer.status, answer.outcome or "", answer.provider_name] for upn, answer in found.items()]


def make(folder: Path, seed: int, students: int) -> None:
    made = Folder(seed, students)
    (folder / "returns").mkdir(parents=True, exist_ok=True)
    files, truth, columns = made.files(), [], []
    for file in files:
        write(folder / "returns", made, file, truth, columns)
    sent = {f.name: {"provider": f.sender, "local_authority": f.authority, "received_on": f.received_on.isoformat()} for f in files}
    school = {"name": "Upper Calder Academy", "urn": "150001", "la_code": "888", "la_name": "Lancashire", "leaving": LEAVING}
    (folder / "school.json").write_text(json.dumps(school | {"checkpoint": "y12", "returns": sent}, indent=1), encoding="utf-8")
    table(folder / "truth.csv", ["file", "sheet", "row", "upn", "said", "code", "provider"], truth)
    table(folder / "columns.csv", ["file", "sheet", "header_row", "column", "field"], columns)
    table(folder / "answers.csv", ["upn", "status", "outcome", "provider"], answers(made, files))
    providers = [[name, kind, alias, f"1000{n:04}", "", ""] for n, (name, kind, _, alias) in enumerate(PROVIDERS)]
    table(folder / "providers.csv", ["Name", "Type", "Aliases", "UKPRN", "URN", "Postcode"], providers)
    heads = "UPN|Legal Surname|Legal Forename|Middle Name(s)|Preferred Forename|DOB|Gender|Reg Group|Year|Postcode".split("|")
    table(folder / "students.csv", heads, [line_of(person) for person in made.ours])


def line_of(person: Person) -> list[Any]:
    k = person.known
    return [k.upn, k.surname, k.forename, k.middle_names, k.known_as, f"{k.date_of_birth:%d/%m/%Y}", k.sex, k.form, "11", k.postcode]


def table(path: Path, heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([heads, *rows])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--students", type=int, default=210)
    chosen = parser.parse_args()
    make(chosen.folder, chosen.seed, chosen.students)


if __name__ == "__main__":
    main()

"""Invented people, and what lists say about them: one maker for each kind of cell."""

from collections.abc import Callable
from datetime import date, timedelta

from careers.imports.cells import Cell
from careers.rules.identifiers import upn_check_letter

SURNAMES = [
    "Oakden",
    "Fairhurst",
    "O'Dowd",
    "Marsden-Pye",
    "Quince",
    "Thistlewood",
    "Varley",
    "Nuñez",
    "Ng",
    "Whitlow",
]
FORENAMES = [
    "Amelia",
    "Zuzanna",
    "Yusuf",
    "Jack",
    "Freya",
    "Ibrahim",
    "Oliver",
    "Ruby",
    "Thierno",
    "Ella-Mae",
]
MIDDLES = [None, "May", "John", None, "Rose", None, "Ali", None, "Lee", None]
SCHOOLS = ["Moorfold High School", "St Aidan's", "Moorfold", "Brindle Hill Academy", "MHS", None]
COLLEGES = ["Wyrebank College", "Calder Sixth Form College", "Moorfold High School", "Pennine Training Ltd"]
COURSES = [
    "Level 3 Extended Diploma Sport",
    "A Levels: Biology, Chemistry, Maths",
    "T Level Digital",
    "Plumbing L2",
]
CAMPUSES = ["North", "South", "Riverside"]
EMPLOYERS = ["Hodgson Joinery", "Bright Smiles Dental", "Calder Motors Ltd"]
STATUSES = ["Enrolled", "Enrolled", "Withdrawn", "Enrolled", "Did not enrol"]
ACTIVITIES = [
    "Further Education",
    "Apprenticeship",
    "Seeking EET",
    "Sixth Form College",
    "Situation not known",
]
CODES = ["230", "310", "619", "220", "810"]


def upn(i: int) -> str:
    body = f"8884032{20 + i % 5:02}{i:04}"[:12].ljust(12, "7")
    return upn_check_letter("A" + body) + body


def uln(i: int) -> str:
    for number in range(100_000_000 + i * 37, 200_000_000):
        remainder = sum((10 - p) * int(d) for p, d in enumerate(str(number))) % 11
        if remainder:
            return f"{number}{10 - remainder}"
    raise AssertionError


def born(i: int) -> date:
    return date(2008, 9, 1) + timedelta(days=(i * 37) % 364)


def started(i: int) -> date:
    return date(2025, 9, 4) + timedelta(days=i % 3)


def of(values: list[str] | list[str | None]) -> Callable[[int], Cell]:
    return lambda i: values[i % len(values)]


def written(day: Callable[[int], date], style: str) -> Callable[[int], Cell]:
    return lambda i: day(i).strftime(style)


MAKERS: dict[str, Callable[[int], Cell]] = {
    "upn": upn,
    "uln": uln,
    "surname": of(SURNAMES),
    "SURNAME": lambda i: SURNAMES[i % 10].upper(),
    "forename": of(FORENAMES),
    "forenames": lambda i: " ".join(filter(None, (FORENAMES[i % 10], MIDDLES[i % 10]))),
    "middle": of(MIDDLES),
    "comma": lambda i: f"{SURNAMES[i % 10].upper()}, {FORENAMES[i % 10]}",
    "full": lambda i: f"{FORENAMES[i % 10]} {SURNAMES[i % 10]}",
    "initial": lambda i: FORENAMES[i % 10][0],
    "title": of(["Mr", "Miss", "Mx", None]),
    "born": born,
    "born dmy": written(born, "%d/%m/%Y"),
    "born short": written(born, "%d.%m.%y"),
    "born mdy": written(born, "%m/%d/%Y"),
    "born iso": written(born, "%Y-%m-%d"),
    "born words": written(born, "%d %B %Y"),
    "started": started,
    "started dmy": written(started, "%d/%m/%Y"),
    "started iso": written(started, "%Y-%m-%dT00:00:00"),
    "sex": of(["F", "F", "M", "M"]),
    "sex words": of(["Female", "Female", "Male"]),
    "postcode": lambda i: f"PR{i % 9 + 1} {i % 8 + 1}AB",
    "form": lambda i: f"11{'ABCDE'[i % 5]}",
    "year": lambda i: "11",
    "year words": lambda i: "Year 11",
    "running": lambda i: i + 1,
    "reference": lambda i: 4_000_000 + i * 173,
    "letters reference": lambda i: f"R{40_000 + i * 173}",
    "admission": lambda i: f"{4000 + i * 7:06}",
    "school": of(SCHOOLS),
    "urn": lambda i: 150_000 + i % 3,
    "college": of(COLLEGES),
    "campus": of(CAMPUSES),
    "employer": of(EMPLOYERS),
    "course": of(COURSES),
    "level": of(["3", "2", "1", "E"]),
    "status": of(STATUSES),
    "yes": of(["Y", "Y", "N", "Y"]),
    "ticks": of(["✓", "✓", None, "x"]),
    "true": lambda i: i % 4 == 0,
    "code": of(CODES),
    "activity": of(ACTIVITIES),
    "elsewhere": of([None, None, "Wyrebank College", None]),
    "left": of([None, None, "03/11/2025", None]),
    "sen": of(["N", "K", "N", "E"]),
    "language": of(["ENG", "URD", "ENG", "POL"]),
    "percent": lambda i: 100 - i * 1.5,
    "email": lambda i: f"p{i}@example.org",
    "phone": lambda i: f"07700 900{i:03}",
    "words": of(["Please check", None, "Rang home"]),
    "age": lambda i: 16,
    "blank": lambda i: None,
}


def rows(kinds: list[str], count: int = 12) -> list[list[Cell]]:
    """Rows of invented people, one cell of each kind."""
    return [[MAKERS[kind](i) for kind in kinds] for i in range(count)]

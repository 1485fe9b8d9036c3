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
LEVELS = ["Level 3", "Level 2", "Entry 3", "Level 1"]
SUBJECTS = ["Biology", "History", "Maths", "Fine Art", "Psychology"]
DEGREES = ["BSc (Hons) Biomedical Science", "BA History", "LLB Law", "HND Engineering"]
UNIVERSITIES = ["University of Calder", "Wyrebank University", "Moorfold Metropolitan University"]
STANDARDS = ["Early Years Educator L3", "Carpentry and Joinery", "Level 2 Hair Professional", "Engineering Technician"]
DECISIONS = ["Conditional offer", "Unconditional offer", "Interview booked", "Rejected", "Application withdrawn"]
CONDITIONS = ["5 GCSEs at grade 4", None, "Grade 5 in maths", "Portfolio"]
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


def serial(i: int) -> int:
    return (born(i) - date(1899, 12, 30)).days


def swapped(i: int) -> Cell:
    """A birth date as a spreadsheet of another country leaves it: a wrong true date, or a text."""
    day = born(i)
    return day.replace(day=day.month, month=day.day) if day.day <= 12 else day.strftime("%d/%m/%Y")


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
    "surname first": lambda i: f"{SURNAMES[i % 10]} {FORENAMES[i % 10]}",
    "known as": lambda i: f"{FORENAMES[i % 10]} {SURNAMES[i % 10].upper()} ({FORENAMES[i % 10][:3]})",
    "initial": lambda i: FORENAMES[i % 10][0],
    "title": of(["Mr", "Miss", "Mx", None]),
    "born": born,
    "born dots": written(born, "%d.%m.%Y"),
    "born dash": written(born, "%d-%b-%y"),
    "born long": written(born, "%A %d %B %Y"),
    "born digits": written(born, "%Y%m%d"),
    "born time": written(born, "%Y-%m-%d 00:00:00.000"),
    "born zone": written(born, "%Y-%m-%dT00:00:00Z"),
    "born serial": serial,
    "born serial text": lambda i: str(serial(i)),
    "born swapped": swapped,
    "birth day": lambda i: born(i).day,
    "birth month": lambda i: born(i).month,
    "birth month name": written(born, "%b"),
    "birth year": lambda i: born(i).year,
    "born dmy": written(born, "%d/%m/%Y"),
    "born short": written(born, "%d.%m.%y"),
    "born mdy": written(born, "%m/%d/%Y"),
    "born iso": written(born, "%Y-%m-%d"),
    "born words": written(born, "%d %B %Y"),
    "started": started,
    "started dmy": written(started, "%d/%m/%Y"),
    "started time": written(started, "%d/%m/%Y 09:10:11"),
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
    "level words": of(LEVELS),
    "subject": lambda i: SUBJECTS[(i + i // 5) % 5],
    "degree": of(DEGREES),
    "university": of(UNIVERSITIES),
    "standard": of(STANDARDS),
    "decision": of(DECISIONS),
    "offer": of(["Conditional", "Unconditional", "Conditional", None]),
    "offered": of(["Yes", "Yes", "No"]),
    "conditions": of(CONDITIONS),
    "choice": of(["1", "2", "1", "3"]),
    "choice words": of(["First choice", "Second choice"]),
    "firm": of(["Firm", "Insurance", None]),
    "applied": lambda i: (date(2025, 1, 10) + timedelta(days=i)).strftime("%d/%m/%Y"),
    "interview": lambda i: (date(2025, 2, 10) + timedelta(days=i)).strftime("%d/%m/%Y"),
    "interview words": of(["Attended", "Invited", "Did not attend"]),
    "offer date": lambda i: (date(2025, 3, 10) + timedelta(days=i)).strftime("%d/%m/%Y") if i % 3 else None,
    "ucas": lambda i: str(1_200_000_000 + i * 7_654_321),
    "ucas code": of(["UF", "CF", "UF", "CI", "REJ"]),
    "course code": lambda i: f"{'ABCD'[i % 4]}{100 + i % 4}",
    "tick here": of(["✓", "✓", None, None]),
    "tick left": of([None, None, "✓", None]),
    "tick never": of([None, None, None, "✓"]),
    "rounded": of(["8.89E+11", "8.88E+11"]),
    "rounded uln": of(["1.23E+09", "4.51E+09"]),
    "comp status": of(["1", "1", "3", "2"]),
    "eet": of(["EET", "EET", "NEET"]),
    "type": of(["FE College", "School sixth form", "Training provider"]),
    "phrase": of(["Moved away", None, "Course not suitable"]),
    "hours": lambda i: 540 + i % 3 * 60,
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

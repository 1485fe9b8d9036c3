"""A hundred lists' headings as systems and people write them, over plausible values: every column is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from careers.imports.cells import Cell
from careers.imports.columns import guess_columns
from careers.imports.sheets import Sheet
from careers.imports.tables import find_table
from careers.imports.vocabularies import RETURN

from .invented import FORENAMES, SURNAMES, born, uln, upn

ROWS = 10
_VALUES = {
    "mn": "Jane|·|Marie|·|Ann", "sex": "F|M|M", "sexw": "Female|Male", "pc": "BB1 2AB|BB5 3CD|PR1 4EF|BB10 1GH", "form": "11A|11B|11KL",
    "yr": "12", "y12": "Year 12", "school": "Hollins Technology College|Moorland High School|St Bede RC High School",
    "urn": "119785|119786", "prov": "Rosehall College|Cardwell Newlands College|Northern Skills Training",
    "site": "Main|Ribble Campus|Town Centre", "emp": "Ribble Motors|·|·|Salon 21",
    "course": "A Levels|BTEC Level 3 Business|Level 2 Diploma Plumbing|T Level Digital", "ccode": "L3BUS01F|ALEV-12|PLU2DIP",
    "subj": "Maths|Biology|History|Art", "lvl": "3|2|1", "lvlw": "Level 3|Level 2",
    "st": "Enrolled|Enrolled|Withdrawn|Enrolled|Did not enrol", "yn": "Y|Y|N|Y", "yes": "Yes|Yes|No", "start": "04/09/2025|08/09/2025",
    "startd": "04/07/2026|08/07/2026", "end": "·|·|26/09/2025|·|·", "code": "230|310|210|619", "ver": "12/10/2025|14/10/2025",
    "act": "Further Education|Apprenticeship|School Sixth Form|NEET - seeking", "went": "·|·|Transferred to Rosehall|·",
    "notes": "·|Lovely start|·", "phone": "07700900123", "tutor": "Mr Brown|Mrs Green", "pct": "98.2%|87%", "hrs": "540|600",
    "adate": "12/01/2025|03/02/2025", "app": "Conditional offer|Unconditional offer|Interview booked|Rejected",
    "cond": "5 GCSEs at 4+|Grade 5 in Maths", "ch": "1|2|1", "ucas": "Placed|Unplaced|Placed - insurance",
    "uni": "University of Leeds|Lancaster University|University of York", "degree": "BA History|BSc Physics", "nat": "British|Polish",
    "eth": "WBRI|APKN", "sen": "N|K|E", "why": "·|·|Moved to another college|·|·", "mode": "FT|FT|PT", "aim": "60310923|50098765",
    "comp": "1|1|3", "title": "Miss|Mr", "par": "Mrs J Smith|Mr A Khan", "la": "888|889",
    "dest": "Apprenticeship|Employment|University|Gap year", "fund": "25|36",
}  # fmt: skip
MADE: dict[str, Callable[[int], Cell]] = {
    "upn": upn,
    "uln": uln,
    "sn": lambda i: SURNAMES[i],
    "fn": lambda i: FORENAMES[i],
    "ka": lambda i: FORENAMES[i][:3] if i % 3 == 0 else None,
    "name": lambda i: f"{FORENAMES[i]} {SURNAMES[i]}",
    "namec": lambda i: f"{SURNAMES[i].upper()}, {FORENAMES[i]}",
    "init": lambda i: FORENAMES[i][0],
    "dob": lambda i: f"{born(i):%d/%m/%Y}",
    "dobd": born,
    "dobw": lambda i: f"{born(i):%d %b %Y}",
    "ref": lambda i: f"{100234 + i * 17}",
    "refa": lambda i: f"ST{2034 + i * 7}",
    "email": lambda i: f"{FORENAMES[i].lower()}@x.ac.uk",
    "num": lambda i: i + 1,
}
LISTS = [
    line.partition(": ")
    for line in Path(__file__).with_name("heading_sets.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def value(kind: str, i: int) -> Cell:
    if kind in MADE:
        return MADE[kind](i)
    choices = _VALUES[kind].split("|")
    chosen = choices[i % len(choices)]
    return None if chosen == "·" else chosen


@pytest.mark.parametrize(("label", "spec"), [(label, spec) for label, _, spec in LISTS], ids=[label for label, _, _ in LISTS])
def test_every_column_of_a_list_is_told(label: str, spec: str) -> None:
    headings, kinds, fields = zip(*(part.strip().rsplit("~", 2) for part in spec.split(" | ")), strict=True)
    upper: list[Cell] = [heading.partition("//")[0] or None for heading in headings]
    lower: list[Cell] = [heading.rpartition("//")[2] for heading in headings]
    above = [upper] if any("//" in heading for heading in headings) else []
    body: list[list[Cell]] = [[value(kind, i) for kind in kinds] for i in range(ROWS)]
    table = find_table(Sheet("Sheet1", [*above, lower, *body]), RETURN)
    assert table is not None
    guessed = [guess.field for guess in guess_columns(table, RETURN)]
    wrong = [(heading, found) for heading, found, meant in zip(headings, guessed, fields, strict=True) if found not in meant.split("/")]
    assert not wrong

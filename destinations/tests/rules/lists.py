"""Small invented lists, as sheets, for tests of plans."""

from collections.abc import Sequence
from datetime import date

from careers.imports.cells import Cell
from careers.imports.sheets import Sheet
from careers.matching.decide import match
from careers.matching.records import Known, Listed
from destinations.rules.layouts import lay_out
from destinations.rules.names import normalise
from destinations.rules.outcomes import ProviderType
from destinations.rules.places import Place
from destinations.rules.plan import PlannedRow, Sender, Terms, plan
from destinations.rules.sources import SourceKind

TODAY, LISTED = date(2025, 10, 1), date(2025, 9, 19)
COLLEGE = Place(1, "Cardwell Newlands College", ProviderType.SIXTH_FORM_COLLEGE)
TRAINER = Place(2, "Northern Skills Training", ProviderType.TRAINING_PROVIDER)
REGISTER = {normalise(place.name): place for place in (COLLEGE, TRAINER)}
KNOWN = (
    Known(1, surname="Ashworth", forename="Poppy", date_of_birth=date(2009, 3, 14)),
    Known(2, surname="Birtwistle", forename="Imran", date_of_birth=date(2009, 5, 2)),
    Known(3, surname="Clegg", forename="Maya", date_of_birth=date(2008, 11, 30)),
)
PEOPLE = (("Ashworth", "Poppy", "14/03/2009"), ("Birtwistle", "Imran", "02/05/2009"), ("Clegg", "Maya", "30/11/2008"))
HEADINGS = ("Surname", "Forename", "Date of Birth")


def sheet(headings: Sequence[str], *rows: Sequence[Cell], name: str = "Sheet1", above: Sequence[str] = ()) -> Sheet:
    width = len(headings)
    padded = [[*row, *[None] * (width - len(row))] for row in ([[line] for line in above] + [list(headings)] + [list(row) for row in rows])]
    return Sheet(name, padded)


def planned(
    *sheets: Sheet, place: Place = COLLEGE, authority: bool = False, date_given: bool = True, register=REGISTER
) -> list[PlannedRow]:
    sender = Sender(SourceKind.LOCAL_AUTHORITY, "Lancashire") if authority else Sender(SourceKind.PROVIDER, place.name, place)
    terms = Terms(sender, LISTED, date_given, TODAY, 2025)
    return plan([lay_out(each, {}, today=TODAY) for each in sheets], terms, register, matched)


def matched(listed: Sequence[Listed]) -> dict:
    return {found.key: found for found in match(listed, KNOWN)}


def about(person: int, *more: Cell) -> list[Cell]:
    return [*PEOPLE[person], *more]

"""Statements about one invented student, short to write: who, what, when."""

from datetime import UTC, date, datetime

from destinations.rules.checkpoints import Checkpoint, question
from destinations.rules.sources import SourceKind
from destinations.rules.statements import Said, Statement

RESULTS_DAY = date(2025, 8, 21)
Y12 = question(Checkpoint.Y12, 2025, RESULTS_DAY)
INTENDED = question(Checkpoint.Y11_INTENDED, 2025, RESULTS_DAY)
CONFIRMED = question(Checkpoint.Y11_CONFIRMED, 2025, RESULTS_DAY)

CARDWELL, RIBBLESDALE, MILL = 1, 2, 3  # places
NAMES = {CARDWELL: "Cardwell College", RIBBLESDALE: "Ribblesdale College", MILL: "Mill Joinery", None: ""}
COUNTY, MOTHER, STUDENT, TUTOR = 11, 12, 13, 14  # other sources


def say(source: int, said: Said | str, on: date, outcome: str | None = None, at: int | None = None, **more) -> Statement:
    kinds = {
        COUNTY: SourceKind.LOCAL_AUTHORITY,
        MOTHER: SourceKind.FAMILY,
        STUDENT: SourceKind.STUDENT,
        TUTOR: SourceKind.STAFF,
        MILL: SourceKind.EMPLOYER,
    }
    kind = kinds.get(source, SourceKind.PROVIDER)
    place = source if source in NAMES and at is None else at
    if said == Said.PRESENT and outcome is None:
        outcome = "220"
    return Statement(
        id=more.pop("id", source * 1000 + on.toordinal() % 1000),
        source=source,
        source_name=NAMES.get(source) or f"Source {source}",
        kind=kind,
        said=Said(said),
        said_on=on,
        recorded_at=more.pop("recorded_at", datetime(2025, 12, 1, tzinfo=UTC)),
        outcome=outcome,
        provider=place,
        provider_name=NAMES.get(place, ""),
        own_place=source if source in NAMES else None,
        **more,
    )


def d(month: int, day: int, year: int = 2025) -> date:
    return date(year, month, day)

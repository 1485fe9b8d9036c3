"""The plan of a return: for each row whom it is about and what it says. Pure: what is shown is this, and what is applied is this."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from careers.matching.records import Candidate, Listed, Match, Pile
from destinations.rules.codes import course_text
from destinations.rules.course_in_status import with_course_in_status
from destinations.rules.ended import ended_already
from destinations.rules.layouts import SheetLayout
from destinations.rules.listings import Listing
from destinations.rules.names import normalise
from destinations.rules.outcomes import Route
from destinations.rules.places import Place
from destinations.rules.remembered import Remembered
from destinations.rules.row_days import dating, days_of
from destinations.rules.row_places import locate
from destinations.rules.rows import Problem, ReadRow
from destinations.rules.sources import SourceKind
from destinations.rules.statements import Said
from destinations.rules.table_rows import only, rows_of

Matcher = Callable[[Sequence[Listed]], Mapping[Hashable, Match]]
TERM_BEGINS = (8, 1)  # nobody can have started before; a list made earlier speaks of applications
NOT_A_STUDENT = "not_a_student"
WHY_NOT_A_STUDENT = {
    "heading": "The headings again.",
    "total": "A total, not a person.",
    "note": "A note, not a person.",
    "data": "A row without a name.",
}
SEEN = (
    "upn", "uln", "full_name", "surname", "forename", "middle_names", "known_as", "initials", "date_of_birth", "sex", "postcode", "form",
    "previous_school",
)  # fmt: skip
MATCHED_AS_TYPED = ("full_name", "initials", "sex", "postcode", "form", "previous_school", "previous_school_urn")
KEPT_WORDS = {"status": "{}", "activity_words": "{}", "campus": "campus: {}", "employer": "employer: {}"}


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent the list. `place` is where a provider's rows speak of; an authority has none of its own."""

    kind: SourceKind
    name: str
    place: Place | None = None

    @property
    def is_authority(self) -> bool:
        return self.kind is SourceKind.LOCAL_AUTHORITY


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for the whole file. `date_given` is false where nobody said when the list was made or came. `leaving` is the year in
    which the cohort leaves that the list, or a row of it, is about."""

    sender: Sender
    listed_on: date
    date_given: bool
    today: date
    leaving: int

    @property
    def early(self) -> bool:
        """Whether the list was made before any of these leavers can have started anywhere."""
        return self.listed_on < date(self.leaving, *TERM_BEGINS)


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the plan. `said` is present, left, not_here, not_stated, or "" for a row that is not about a student.

    `part` tells tables apart that stand side by side. `application` is what the row says of one, as plain values (days as ISO text):
    state, applied_on, interview_on, offered_on, conditions, choice. `told` holds the words its meaning was read from, by column.
    `doubt` is why a person should look at it, however sure it is whom it is about.
    """

    sheet: str
    row: int
    pile: str
    why: str
    student: Any = None
    candidates: tuple[Candidate, ...] = ()
    said: str = ""
    outcome: str | None = None
    place: Place | None = None
    course: str = ""
    level: str = ""
    route: Route | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    verified_on: date | None = None
    said_on: date | None = None
    dated: bool = True
    words: str = ""
    lead: str = ""
    problems: tuple[Problem, ...] = ()
    seen: Mapping[str, str] | None = None
    part: int = 0
    application: Mapping[str, Any] | None = None
    told: Mapping[str, str] = field(default_factory=dict)
    doubt: str = ""


def plan(
    layouts: Iterable[SheetLayout],
    terms: Terms,
    register: Mapping[str, Place],
    match: Matcher,
    remembered: Remembered | None = None,
    leaving_of: Mapping[Any, int] | None = None,
) -> list[PlannedRow]:
    """The rows of every sheet in order, matched all at once so that a student on two sheets is noticed.

    `remembered` is what a person has said that words of this sender mean. `leaving_of` has the leaving year of each student: a row that
    is about somebody of another cohort is read by the calendar of that cohort.
    """
    layouts = list(layouts)
    planned, listed = understood(layouts, terms, register, remembered or {})
    matches = match(listed)
    others = by_other_calendars(matches, terms, leaving_of or {})
    if others:
        again = read_again(layouts, terms, register, remembered or {}, others)
        planned = [again.get(at(row), row) for row in planned]
        if len({matches[key].student for key in others}) < len(others):  # what is said of one student twice may differ now
            matches = match([replace(one, says=says(again[one.key])) if one.key in again else one for one in listed])
    return [matched(row, matches.get(at(row))) for row in planned]


def understood(
    layouts: Iterable[SheetLayout], terms: Terms, register: Mapping[str, Place], remembered: Remembered
) -> tuple[list[PlannedRow], list[Listed]]:
    """What every row says, and whom matching is asked about."""
    planned: list[PlannedRow] = []
    listed: list[Listed] = []
    for layout in layouts:
        listing = listing_of(layout, terms, register, remembered)
        for row, read, said in rows_of(layout, terms.leaving):
            if read is None:
                planned.append(PlannedRow(layout.sheet, row.number, NOT_A_STUDENT, WHY_NOT_A_STUDENT[row.kind], part=layout.part))
                continue
            one = understand(read, layout, listing if said == listing.said else replace(listing, said=said), terms, register)
            planned.append(one)
            listed.append(as_listed(read, one))
    return planned, listed


def by_other_calendars(matches: Mapping[Hashable, Match], terms: Terms, leaving_of: Mapping[Any, int]) -> dict[Hashable, int]:
    """The rows (sheet, part, row) about students, or likeliest about students, of cohorts for which the list is early and for the chosen
    one is not, or the other way round; each with its leaving year."""
    found = {}
    for key, match in matches.items():
        student = match.student if match.student is not None or not match.candidates else match.candidates[0].id
        leaving = leaving_of.get(student, terms.leaving) if match.pile in (Pile.CERTAIN, Pile.CHECK) else terms.leaving
        if replace(terms, leaving=leaving).early != terms.early:
            found[key] = leaving
    return found


def read_again(
    layouts: Sequence[SheetLayout],
    terms: Terms,
    register: Mapping[str, Place],
    remembered: Remembered,
    others: Mapping[Hashable, int],
) -> dict[Hashable, PlannedRow]:
    """These rows (sheet, part, row → leaving year) read by the calendar of that leaving year."""
    found: dict[Hashable, PlannedRow] = {}
    for leaving in set(others.values()):
        wanted = {key for key, year in others.items() if year == leaving}
        some = [only(layout, lambda *key, wanted=wanted: key in wanted) for layout in layouts]
        rows, _ = understood(some, replace(terms, leaving=leaving), register, remembered)
        found |= {at(row): row for row in rows if at(row) in wanted}
    return found


def at(row: PlannedRow) -> Hashable:
    return row.sheet, row.part, row.row


def says(row: PlannedRow) -> tuple[str, str | None, str | None]:
    """What matching compares where somebody is listed twice."""
    return row.said, row.outcome, row.place.name if row.place else None


def understand(read: ReadRow, layout: SheetLayout, listing: Listing, terms: Terms, register: Mapping[str, Place]) -> PlannedRow:
    """What a row says, before it is known whom it is about."""
    columns, read = layout.columns, with_course_in_status(read)
    row = locate(read, listing, terms.sender.place, register)
    meaning, place = row.meaning, row.place
    starts, ends, verified, wrong_days = days_of(read, columns, terms.today)
    said_on, dated = dating(verified, terms.listed_on, date_given=terms.date_given, by_authority=terms.sender.is_authority)
    return PlannedRow(
        sheet=layout.sheet,
        row=read.number,
        part=layout.part,
        pile=Pile.CHECK,
        why="",
        said=meaning.said,
        outcome=meaning.outcome,
        place=place,
        course=course_text(read)[:200],
        level=meaning.level,
        route=meaning.route,
        starts_on=starts,
        ends_on=ends,
        verified_on=verified,
        said_on=said_on,
        dated=dated,
        words=words_kept(read, terms, place),
        lead=meaning.lead or (row.other.name if row.other and meaning.said in (Said.LEFT, Said.NOT_HERE) else ""),
        problems=(
            *read.problems,
            *meaning.problems,
            *row.problems,
            *wrong_days,
            *ended_already(read, meaning, ends, terms.listed_on, columns.called("end_date")),
        ),
        seen=seen_in(read),
        application=meaning.application if place else None,
        told=meaning.told,
        doubt=meaning.doubt,
    )


def words_kept(read: ReadRow, terms: Terms, place: Place | None) -> str:
    """The row's own words, kept with what it says; also what stands where a provider's list could name a place and names none."""
    said = [shown.format(text) for name, shown in KEPT_WORDS.items() if (text := read.text(name))]
    where = read.text("provider") if place is None and not terms.sender.is_authority else ""
    return "; ".join([*said, *([where] if where else [])])[:300]


def listing_of(layout: SheetLayout, terms: Terms, register: Mapping[str, Place], remembered: Remembered) -> Listing:
    """What every row of a sheet takes from its list."""
    own = terms.sender.place
    return Listing(
        columns=layout.columns,
        said=layout.said,
        title=layout.title,
        listed_on=terms.listed_on,
        x_means=layout.x_means,
        by_authority=terms.sender.is_authority,
        cross_in_marks=layout.cross_in_marks,
        in_turn=layout.in_turn,
        applicants=layout.applicants,
        of_applications=layout.of_applications,
        early=terms.early,
        own_names=names_of(own, register) if own else frozenset(),
        remembered=remembered,
    )


def names_of(own: Place, register: Mapping[str, Place]) -> frozenset[str]:
    """The normalised names of a provider."""
    return frozenset({normalise(own.name), *(name for name, place in register.items() if place.id == own.id and own.id is not None)})


def seen_in(read: ReadRow) -> dict[str, str]:
    """The row's own words that say whom it is about, by field: what a person needs to decide."""
    seen = {name: read.text(name) for name in SEEN if read.text(name)}
    born = read.dates.get("date_of_birth")
    return seen | ({"date_of_birth": f"{born.day} {born:%B %Y}"} if born else {})


def as_listed(read: ReadRow, row: PlannedRow) -> Listed:
    """The row as matching takes it."""
    texts = {name: read.text(name) for name in MATCHED_AS_TYPED}
    return Listed(
        key=at(row),
        upn=read.upn,
        uln=read.uln,
        surname=read.name.surname,
        forename=read.name.forename,
        middle_names=read.name.middle,
        known_as=read.name.known_as,
        date_of_birth=read.dates.get("date_of_birth"),
        says=says(row),
        **texts,
    )


def matched(row: PlannedRow, match: Match | None) -> PlannedRow:
    if match is None:
        return row
    if row.doubt and match.pile is Pile.CERTAIN:
        return replace(
            row, pile=Pile.CHECK, why=row.doubt, student=None, candidates=match.candidates or (Candidate(match.student, 1.0, match.why),)
        )
    return replace(row, pile=str(match.pile), why=match.why, student=match.student, candidates=match.candidates)

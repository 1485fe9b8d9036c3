"""Rows that need a person: how far a list is, whose turn a row is, and what a card shows. Fetches, and writes nothing."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from careers.models import Membership, Student, StudentQuerySet, User
from destinations import returning
from destinations.meant import cohorts_meant
from destinations.models import DataReturn, ReturnRow
from destinations.rules.comparing import LABELS, Line, Record, side_by_side
from destinations.rules.plan import PlannedRow
from destinations.rules.reasons import Reason, reasons

Pile, State = ReturnRow.Pile, DataReturn.State
TURN = timedelta(minutes=2)  # how long a row that somebody is looking at is offered to nobody else
TEXTS = (
    "surname", "former_surname", "preferred_surname", "forename", "middle_names", "known_as", "sex", "form", "upn", "uln",
)  # fmt: skip
A_FEW = 12  # rows: more would say nothing more
CONFIDENTIAL = "Not shown: the address is confidential"


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the rows that wanted a person when the list was read are decided. `whole` stays what it was then, whoever decides what,
    before and after applying; decisions about rows of other piles are not counted."""

    decided: int
    whole: int


@dataclass(frozen=True, slots=True)
class Side:
    """One student whom a row may be about. `also` are the other rows of the list that are about the same student."""

    student: Student
    called: str
    reasons: Sequence[Reason] = ()
    lines: Sequence[Line] = ()
    also: Sequence[str] = ()
    from_another_cohort: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What a person decides on: the row's own words, and the students it may be, best first. `token` goes with the decision."""

    theirs: Sequence[tuple[str, str]] = ()
    sides: Sequence[Side] = ()
    held_by: User | None = None
    open: bool = True
    token: str = ""


def is_checked_now(data_return: DataReturn) -> bool:
    """Whether rows of the list can be decided: it has been read, and is not undone."""
    return data_return.state in (State.STAGED, State.APPLIED)


def waiting_in(data_return: DataReturn) -> QuerySet[ReturnRow]:
    """Rows that want a decision."""
    return data_return.rows.filter(pile=Pile.CHECK, decision="")


def free_for(rows: QuerySet[ReturnRow], person: User, at: datetime) -> QuerySet[ReturnRow]:
    """Those that nobody else is looking at."""
    return rows.filter(Q(looked_at_by=None) | Q(looked_at_by=person) | Q(looked_at=None) | Q(looked_at__lte=at - TURN))


def progress_of(data_return: DataReturn) -> Progress:
    """One query. Rows that nobody decided in time, and those left to an earlier list from the same file, are not decided."""
    whole, undecided = (data_return.counts.get(key, 0) for key in ("check", "expired"))
    undecided += data_return.counts.get("left_to_earlier", 0) + waiting_in(data_return).count()
    return Progress(max(whole - undecided, 0), whole)


def token_of(row: ReturnRow) -> str:
    """Stands for what was decided about a row when somebody looked at it. Another token, another decision."""
    return row.decided_at.isoformat() if row.decision and row.decided_at else ""


def can_be_decided(data_return: DataReturn, row: ReturnRow) -> bool:
    """Every row of a list that waits to be applied; of an applied one those that were to check."""
    if data_return.state == State.STAGED:
        return row.pile in (Pile.CHECK, Pile.CERTAIN, Pile.NOT_OURS)
    return data_return.state == State.APPLIED and row.pile == Pile.CHECK


def last_decided_by(data_return: DataReturn, person: User) -> ReturnRow | None:
    """What this person decided last in this list: it can be taken back with one key. One query."""
    mine = data_return.rows.filter(decided_by=person).exclude(decision="").select_related("student")
    return mine.order_by("-decided_at", "-pk").first()


def students_to_choose(viewer: Membership, data_return: DataReturn) -> StudentQuerySet:
    """Whom a row may be said to be about: the viewer's students in the cohorts that the list may speak of."""
    meant = cohorts_meant(data_return.cohort, data_return.listed_on)
    return Student.objects.visible_to(viewer).filter(cohort__in=meant).select_related("cohort")


def words_in_file(data_return: DataReturn, rows: Collection[ReturnRow]) -> dict[int, PlannedRow]:
    """What rows that keep no words say in the file, by their id, while the file is there: shown, and never stored."""
    if data_return.state != State.STAGED or not data_return.file or not rows:
        return {}
    ids = {(row.sheet, row.part, row.row): row.pk for row in rows}
    return {ids[key]: row for row in returning.rows_at(data_return, rows) if (key := (row.sheet[:100], row.part, row.row)) in ids}


def card_of(viewer: Membership, data_return: DataReturn, row: ReturnRow, at: datetime, picked: Student | None = None) -> Card:
    """The card of one row. The same few queries for any row; reading the file again where a row keeps no words."""
    in_file = from_file(data_return, row) if row.pile == Pile.NOT_OURS and not row.seen else None
    theirs = row.seen if in_file is None else dict(in_file.seen or {})
    held = row.looked_at_by if row.looked_at and row.looked_at > at - TURN and row.looked_at_by_id != viewer.user_id else None
    return Card(
        theirs=[(LABELS[name], value) for name, value in theirs.items() if name in LABELS],
        sides=sides_of(viewer, data_return, row, theirs, said_of(row, in_file), picked),
        held_by=held if not row.decision else None,
        open=can_be_decided(data_return, row) and not row.decision,
        token=token_of(row),
    )


def from_file(data_return: DataReturn, row: ReturnRow) -> PlannedRow | None:
    """A row of a list that waits, with the students most like it: shown, and never stored."""
    return returning.with_nearest(data_return, row) if data_return.state == State.STAGED and data_return.file else None


def said_of(row: ReturnRow, in_file: PlannedRow | None) -> dict[int, str]:
    """Whom the row may be about (ids), with what matching says of each."""
    if in_file is not None:
        return {int(str(candidate.id)): candidate.words for candidate in in_file.candidates}
    said: dict[int, str] = {candidate["student"]: candidate.get("words", "") for candidate in row.candidates}
    if row.student_id and row.student_id not in said:
        said = {row.student_id: "" if row.decision else row.why, **said}
    return said


def sides_of(
    viewer: Membership, data_return: DataReturn, row: ReturnRow, theirs: Mapping[str, str], said: Mapping[int, str], picked: Student | None
) -> list[Side]:
    """Each student it may be, with what speaks for and against, and both records. A student picked by hand comes first."""
    if picked:
        said = {picked.pk: said.get(picked.pk, ""), **said}
    students = students_to_choose(viewer, data_return).in_bulk(list(said))
    known = [students[pk] for pk in said if pk in students]
    twice, also = Counter(student.forename for student in known), rows_about(data_return, row, students)
    return [
        side_of(data_return, theirs, student, said[student.pk], also[student.pk], alone=twice[student.forename] == 1) for student in known
    ]


def side_of(data_return: DataReturn, theirs: Mapping[str, str], student: Student, said: str, also: Sequence[str], *, alone: bool) -> Side:
    spoken = reasons(said, without=("postcode",) if student.confidential_address else ())
    return Side(
        student=student,
        called=student.forename if alone else ", ".join(filter(None, (student.register_name, student.form))),
        reasons=spoken,
        lines=side_by_side(theirs, ours(student), spoken),
        also=also,
        from_another_cohort=student.cohort_id != data_return.cohort_id,
    )


def rows_about(data_return: DataReturn, row: ReturnRow, students: Iterable[int]) -> Mapping[int, list[str]]:
    """The other rows of the list whose student is one of these, in words: the first few. One query."""
    others = data_return.rows.filter(student__in=list(students)).exclude(pk=row.pk).exclude(decision="not_ours")
    several = len(data_return.layout) > 1
    found: defaultdict[int, list[str]] = defaultdict(list)
    for student, sheet, number in others.values_list("student", "sheet", "row")[:A_FEW]:
        found[student].append(f"{sheet}, row {number}" if several else f"row {number}")
    return found


def ours(student: Student) -> Record:
    """Our record in the words of a list. A confidential address is shown on neither side."""
    texts = {name: getattr(student, name) for name in TEXTS}
    born = f"{student.date_of_birth.day} {student.date_of_birth:%B %Y}" if student.date_of_birth else ""
    hidden = {"postcode": CONFIDENTIAL} if student.confidential_address else {}
    return Record({**texts, "date_of_birth": born, "postcode": "" if hidden else student.postcode}, hidden)

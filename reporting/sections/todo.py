"""What needs doing: one small function each, in one tuple. Each counts something that a page or a list shows one by one."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from careers.models import Cohort, HelpRequest, Membership, Student
from careers.rules import academic_year
from careers.rules.permissions import May
from destinations import asking
from destinations.models import DataReturn, Provider, ReturnRow, Settlement
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.concerns import CONCERNS, Facts, contradicted, raised
from destinations.rules.counting import PLANNED, Counted
from reporting.models import Report
from reporting.sections.offered import can_be_made


@dataclass(frozen=True, slots=True)
class Todo:
    """Something to do. `count` of what `words` name; the page called `url_name`, with `args` and `query`, shows them."""

    count: int
    words: str
    url_name: str
    args: tuple[int, ...] = ()
    query: Mapping[str, str] = field(default_factory=dict)
    why: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """Who asks about which cohort at which checkpoint, and how its students count now."""

    viewer: Membership
    cohort: Cohort
    checkpoint: Checkpoint
    counted: Sequence[Counted]
    today: date


Look = Callable[[Situation], Iterator[Todo]]


def returns_to_apply(s: Situation) -> Iterator[Todo]:
    """Lists that were read and not yet applied."""
    waiting = list(DataReturn.objects.visible_to(s.viewer).filter(state=DataReturn.State.STAGED).values_list("pk", flat=True)[:100])
    if waiting:
        words = "list received and not applied yet" if len(waiting) == 1 else "lists received and not applied yet"
        yield Todo(len(waiting), words, *("returns:detail", (waiting[0],)) if len(waiting) == 1 else ("returns:list", ()))


def rows_to_check(s: Situation) -> Iterator[Todo]:
    """Rows whose student is not certain and on which nobody has decided."""
    ours = DataReturn.objects.visible_to(s.viewer).exclude(state=DataReturn.State.UNDONE)
    undecided = ReturnRow.objects.filter(data_return__in=ours, pile=ReturnRow.Pile.CHECK, decision=ReturnRow.Decision.NONE)
    lists = Counter(undecided.values_list("data_return", flat=True))
    if lists:
        n = lists.total()
        words = "row to match to a student" if n == 1 else "rows to match to students"
        yield Todo(n, words, *("returns:check", (next(iter(lists)),)) if len(lists) == 1 else ("returns:list", ()))


def students_to_act_for(s: Situation) -> Iterator[Todo]:
    """The concerns about students of the cohort at this checkpoint."""
    if not s.viewer.may(May.SEE_ALL_STUDENTS):
        return
    found = Counter(concern for facts in facts_of(s) for concern in raised(facts))
    for concern in CONCERNS:
        if n := found[concern]:
            yield Todo(n, concern.one if n == 1 else concern.many, "students:board", (), {**where(s), **ON_THE_BOARD[concern.key]})


def providers_to_confirm(s: Situation) -> Iterator[Todo]:
    """Providers that a list named and nobody has looked at."""
    n = Provider.objects.visible_to(s.viewer).filter(to_confirm=True).count() if s.viewer.may(May.KEEP_PROVIDERS) else 0
    if n:
        yield Todo(n, "provider added from a list, to confirm" if n == 1 else "providers added from lists, to confirm", "providers:list")


def report_of_this_term(s: Situation) -> Iterator[Todo]:
    """A term without a report that governors can read, where the school has students to report on."""
    term = academic_year.term_of(s.today)
    if not s.viewer.may(May.MAKE_REPORTS) or not can_be_made(s.viewer.school, term):
        return
    if not Report.objects.visible_to(s.viewer).filter(term=term).exclude(published_at=None).exists():
        ends = academic_year.term_end(term)
        why = f"The term ends on {ends.day} {ends:%B}." if s.today <= ends else "The term has ended."
        yield Todo(1, "governors’ report of this term to make and publish", "reports:list", why=why)


def help_asked_for(s: Situation) -> Iterator[Todo]:
    """Students who asked for help and whom nobody has seen to, of every cohort."""
    waiting = HelpRequest.objects.visible_to(s.viewer).open()
    found = Counter(waiting.values_list("when", flat=True)) if s.viewer.may(May.READ_ANSWERS) else Counter()
    if n := found.total():
        soon = found[HelpRequest.When.SOON]
        why = f"{soon} of them soon." if soon else ""
        yield Todo(n, "student asks for help" if n == 1 else "students ask for help", "help:list", why=why)


LOOKS: tuple[Look, ...] = (help_asked_for, returns_to_apply, rows_to_check, students_to_act_for, providers_to_confirm, report_of_this_term)

# How the cohort board is asked for the students of a concern.
ON_THE_BOARD: dict[str, dict[str, str]] = {
    "conflicting": {"status": "conflicting"},
    "unknown": {"known": "no", "status": "unknown"},
    "no_intention": {"known": "no", "status": "unknown"},
    "contradicted": {"status": "settled"},
    "missing": {"missing": "on"},
}


def what_needs_doing(s: Situation) -> tuple[Todo, ...]:
    """Everything there is to do for this person. At most nine queries."""
    return tuple(todo for look in LOOKS for todo in look(s))


def where(s: Situation) -> dict[str, str]:
    return {"leaving": str(s.cohort.leaving), "checkpoint": str(s.checkpoint)}


def facts_of(s: Situation) -> Iterator[Facts]:
    """What the concerns look at, for every student of the cohort. Three queries."""
    missing = dict(Student.objects.filter(cohort=s.cohort).exclude(missing_since=None).values_list("pk", "missing_since"))
    disputed = contradicted_settlements(s)
    for c in s.counted:
        yield Facts(c, s.checkpoint in PLANNED, missing.get(c.student), c.student in disputed)


def contradicted_settlements(s: Situation) -> set[int]:
    """The students (ids) whose settled answer later evidence disagrees with. Two queries."""
    settled = Settlement.objects.filter(student__cohort=s.cohort, checkpoint=s.checkpoint, ended_at=None)
    decisions = {settlement.student_id: settlement for settlement in settled.select_related("by", "provider")}
    heard = asking.statements_of(decisions.keys())
    asked = asking.question_for(s.cohort, s.checkpoint)
    return {
        student
        for student, settlement in decisions.items()
        if (decided := asking.as_settlement(settlement)) and contradicted(decided, heard[student], asked)
    }

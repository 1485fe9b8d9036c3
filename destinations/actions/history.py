"""Loading the school's past: one plan, shown or carried out, so that a dry run is what the real run does."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.cohorts import cohort_for
from careers.actions.locking import alone_in
from careers.models import Characteristic, Cohort, School, Student, User
from careers.rules import academic_year
from destinations import asking
from destinations.actions.destinations import recompute
from destinations.actions.evidence import noon, state
from destinations.actions.history_known import Known, Told
from destinations.actions.history_places import NewProvider, Place, Places
from destinations.actions.history_students import Register
from destinations.actions.providers import add_provider, find_source
from destinations.models import Evidence, Provider, Source
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.history import Problem, Reading, RowRefused, Saying, read_rows
from destinations.rules.history_columns import HistoryRefused, HistorySheet, Part
from destinations.rules.history_words import code_at, planned_route
from destinations.rules.outcomes import is_known
from destinations.rules.statements import Said

EARLIEST = 2000
NO_OUTCOME = "This does not tell the outcome. Write a national code such as 230, or words such as college."
VERB = "loaded the school's past"
PLANS = frozenset({Checkpoint.Y11_INTENDED, Checkpoint.Y11_CONFIRMED})


@dataclass(frozen=True, slots=True)
class HistoryPlan:
    """What a file adds to a cohort's past. Students and providers that are new are not saved yet."""

    cohort: Cohort
    sheet: HistorySheet
    students: tuple[Student, ...]
    characteristics: tuple[Characteristic, ...]
    providers: tuple[NewProvider, ...]
    told: tuple[Told, ...]
    already: int
    refused: tuple[Problem, ...]
    notes: tuple[Problem, ...]

    @property
    def rows_refused(self) -> int:
        return len({problem.row for problem in self.refused})

    @property
    def adds_nothing(self) -> bool:
        return not (self.students or self.told or self.characteristics)

    def answer(self, *, loaded: bool) -> str:
        """What was done, or would be, in one sentence."""
        if self.adds_nothing and not self.refused:
            return f"Nothing to add to {self.whom}: this file’s {count(self.already, 'statement')} had been loaded before."
        new = f"{count(len(self.students), 'new student')} and {count(len(self.told), 'statement')}"
        adds = f"{'Added' if loaded else 'Adds'} {new} to {self.whom}"
        already = f"; {count(self.already, 'statement')} known already" if self.already else ""
        refused = f"; {count(self.rows_refused, 'row')} refused" if self.refused else ""
        return f"{adds}{already}{refused}."

    @property
    def students_in_words(self) -> str:
        return count(len(self.students), "student")

    @property
    def whom(self) -> str:
        return f"the leavers of {self.cohort.leaving}"

    @property
    def by_checkpoint(self) -> list[tuple[str, int, int]]:
        """Each checkpoint's name with the statements it gains, and how many of them carry no date."""
        gains = {checkpoint: [told for told in self.told if told.saying.checkpoint is checkpoint] for checkpoint in Checkpoint}
        return [(checkpoint.label, len(told), sum(not one.dated for one in told)) for checkpoint, told in gains.items() if told]

    @property
    def summary(self) -> dict:
        """The same for a dry run and for the real one."""
        return {
            "students_new": len(self.students),
            "evidence_added": len(self.told),
            "already": self.already,
            "characteristics_added": len(self.characteristics),
            "providers_new": sorted(provider.name for provider in self.providers),
            "columns_left_out": list(self.sheet.left_out),
            "refused": [as_dict(problem) for problem in self.refused],
            "notes": [as_dict(problem) for problem in self.notes],
        }


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def as_dict(problem: Problem) -> dict:
    return {"row": problem.row, "column": problem.column, "value": problem.value, "message": problem.message}


def plan_history(*, school: School, leaving: int, sheet: HistorySheet) -> HistoryPlan:
    """What loading the sheet for the leavers of one summer would do. Reads only; queries do not grow with the rows.

    Raises HistoryRefused for a summer that cannot have a past.
    """
    today = timezone.localdate()
    cohort = cohort_asked(school, leaving, today)
    questions = {checkpoint: asking.question_for(cohort, checkpoint) for checkpoint in Checkpoint}
    readings = read_rows(sheet, questions, today)
    register, places = Register(cohort), Places(school)
    places.learn(saying for reading in readings if not reading.refused for saying in reading.sayings)
    told = [t for reading in readings for t in tell(reading, sheet, register, places)]
    known = Known((t.student for t in told), questions)
    fresh = [t for t in told if not known.holds(t)]
    used = {id(place) for t in fresh for place in (t.provider, t.speaks_for)}
    return HistoryPlan(
        cohort=cohort,
        sheet=sheet,
        students=tuple(register.added),
        characteristics=tuple(register.characteristics),
        providers=tuple(new for new in places.added if id(new) in used),
        told=tuple(fresh),
        already=len(told) - len(fresh),
        refused=tuple(problem for reading in readings for problem in reading.refused),
        notes=tuple(problem for reading in readings if not reading.refused for problem in reading.notes),
    )


def cohort_asked(school: School, leaving: int, today: date) -> Cohort:
    """The cohort of that summer; not saved where the school has none yet, for its past may come before its students."""
    latest = academic_year.academic_year(today) + 1
    if not EARLIEST <= leaving <= latest:
        raise HistoryRefused(f"Leavers have a past from {EARLIEST} to {latest} (Year 11 now); {leaving} is not one of these summers.")
    cohort = Cohort.objects.filter(school=school, leaving=leaving).select_related("school").first()
    return cohort or Cohort(school=school, leaving=leaving, results_day=academic_year.usual_results_day(leaving))


def tell(reading: Reading, sheet: HistorySheet, register: Register, places: Places) -> list[Told]:
    """A row's statements. A row that is refused, for itself or for whom it is about, adds nobody and says nothing."""
    if reading.refused:
        return []
    try:
        student = register.find(reading.person)
        said = [(saying, as_told(saying, places)) for saying in reading.sayings if says_anything(saying)]
    except RowRefused as refused:
        reading.refused.append(reading.problem(sheet, sheet.letter(refused.where), refused.message))
        return []
    student = register.keep(reading.person, student, reading.row.number)
    return [Told(reading.row.number, student, saying, *parts) for saying, parts in said]


def says_anything(saying: Saying) -> bool:
    """A plan that nobody knows is no statement; *undecided* is one."""
    is_plan = saying.checkpoint in PLANS
    return not is_plan or saying.meaning.undecided or saying.meaning.code is None or is_known(saying.meaning.code)


def as_told(saying: Saying, places: Places) -> tuple:
    """Who says it, where and what. Raises RowRefused where the words and the place do not tell an outcome."""
    provider = places.provider(saying)
    source = places.source(saying)
    if saying.checkpoint in PLANS:
        undecided = saying.meaning.undecided
        return *source, provider, Said.UNDECIDED if undecided else Said.INTENDS, "", "" if undecided else planned_route(saying.meaning)
    code = code_at(saying.meaning, provider.type if provider else None)
    if code is None:
        part = Part.OUTCOME if (saying.words or not saying.provider) else Part.PROVIDER
        raise RowRefused((saying.checkpoint, part), NO_OUTCOME)
    return *source, provider, Said.PRESENT, code, saying.meaning.route or ""


@transaction.atomic
def load_history(*, school: School, leaving: int, sheet: HistorySheet, file_name: str, by: User | None) -> HistoryPlan:
    """Carry the plan out, all at once: students who are not in the register, providers to be confirmed, evidence.

    Evidence is recorded on the day it was said, so that the past can be asked as at its own days; the audit keeps the true time.
    Raises HistoryRefused.
    """
    alone_in(school)
    plan = plan_history(school=school, leaving=leaving, sheet=sheet)
    if plan.adds_nothing:
        return plan
    add_students(plan, by)
    state(school=school, by=by, statements=evidence_of(plan, by, file_name), verb=VERB)
    heard = {told.student.pk for told in plan.told}
    recompute(students=[student.pk for student in plan.students if student.pk not in heard])
    counts = {"students_new": [s.pk for s in plan.students], "evidence_added": len(plan.told), "rows_refused": plan.rows_refused}
    audit.record(school=school, by=by, verb=VERB, subject=plan.cohort, file=file_name, leaving=leaving, **counts)
    return plan


def add_students(plan: HistoryPlan, by: User | None) -> None:
    cohort = cohort_for(school=plan.cohort.school, leaving=plan.cohort.leaving, by=by)
    plan.cohort.pk = cohort.pk
    for student in plan.students:
        student.cohort = cohort
    Student.objects.bulk_create(plan.students, batch_size=500)
    Characteristic.objects.bulk_create(plan.characteristics, batch_size=500)


def evidence_of(plan: HistoryPlan, by: User | None, file_name: str) -> list[Evidence]:
    """The plan's statements, with the providers and sources they need put into the register."""
    school, sources = plan.cohort.school, {}
    saved = {id(new): add_provider(school=school, by=by, name=new.name, type=new.type, to_confirm=True) for new in plan.providers}
    for told in plan.told:
        if told.source_key not in sources:
            sources[told.source_key] = find_source(school, told.kind, told.source_name, provider=in_register(told.speaks_for, saved))
    return [as_evidence(told, sources[told.source_key], in_register(told.provider, saved), file_name) for told in plan.told]


def in_register(place: Place | None, saved: dict[int, Provider]) -> Provider | None:
    return saved[id(place)] if isinstance(place, NewProvider) else place


def as_evidence(told: Told, source: Source, provider: Provider | None, file_name: str) -> Evidence:
    return Evidence(
        student=told.student,
        source=source,
        said=told.said,
        outcome=told.outcome,
        route=told.route,
        provider=provider,
        said_on=told.said_on,
        dated=told.dated,
        words=told.words,
        recorded_at=min(noon(told.said_on), timezone.now()),
        place=f"row {told.row} of {file_name}"[:250],
    )

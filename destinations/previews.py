"""A plan as a preview shows it: names, labels and words instead of fields and codes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from careers.imports.vocabularies import IGNORE, PROVIDERS, STUDENTS
from careers.models import School, Upload, kinds_of
from careers.rules.characteristics import SpanChange
from careers.rules.problems import Problem
from careers.rules.student_plan import Outline, Plan
from destinations.resources.files import ReadTable
from destinations.resources.kept_plans import KeptPlan, one_page
from destinations.rules.alike import Alike, RowValue, alike
from destinations.rules.provider_plan import ProviderPlan

LEFT_OUT = ("year", "email")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that changes: what, before, after."""

    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One student or provider of a preview."""

    row: int
    name: str
    lines: tuple[Line, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    letter: str
    heading: str
    words: str
    examples: str


SHORT_LABELS = {"upn": "UPN", "date_of_birth": "Born", "form": "Form"}
MOST_GROUPED = 5_000  # problems that are looked at to be told together


def in_words(*counted: tuple[int, str]) -> str:
    """ "210 to add, 3 to change": the numbers that are not nought, or "nothing to change"."""
    return ", ".join(f"{number:,} {words}" for number, words in counted if number) or "nothing to change"


def rows_refused(number: int) -> tuple[int, str]:
    return number, "row refused" if number == 1 else "rows refused"


def to_come(plan: Outline) -> str:
    """What a file of students would do, in a sentence's end."""
    to_change = (plan.new, "to add"), (plan.changed, "to change"), (plan.same, "the same"), (plan.missing, "no longer in the file")
    return in_words(*to_change, rows_refused(plan.rows_refused))


def done(plan: Outline) -> str:
    """What a file of students has done, in a sentence's end."""
    changed = (plan.new, "added"), (plan.changed, "changed"), (plan.same, "the same"), (plan.missing, "no longer in the export")
    return in_words(*changed, rows_refused(plan.rows_refused))


def put_together(problems: Iterable[Problem]) -> Sequence[Alike]:
    """Problems of a file, the same ones once, each with its rows."""
    return alike((problem.column, problem.message, RowValue(problem.row, problem.value, kept=problem.kept)) for problem in problems)


def new_students(plan: Plan, school: School) -> list[Shown]:
    """Whoever would be added, as a register writes it."""
    kinds = kind_names(school, plan)
    return [
        Shown(
            part.row,
            f"{part.values['surname']}, {part.values['forename']}",
            tuple(Line(short, "", words(part.values[name])) for name, short in SHORT_LABELS.items() if name in part.values),
            ", ".join(kinds.get(change.kind, change.kind) for change in part.spans),
        )
        for part in plan.new
    ]


def changed_students(plan: Plan, school: School) -> list[Shown]:
    """Whoever would change, with every value before and after."""
    kinds = kind_names(school, plan)
    return [
        Shown(
            part.row, part.name, (*(student_line(c.field, c.old, c.new) for c in part.changes), *(span_line(c, kinds) for c in part.spans))
        )
        for part in plan.changed
    ]


def piles_of(plan: Outline) -> dict[str, tuple[str, int]]:
    """What each pile is called, and how many it has."""
    return {
        "new": ("New", plan.new),
        "changed": ("Changed", plan.changed),
        "missing": ("No longer in it", plan.missing),
        "refused": ("Problems", plan.refused),
        "warnings": ("Worth a look", plan.warnings),
    }


class Pile(Sequence[Any]):
    """One pile of a kept plan, of which only what is shown is read."""

    def __init__(self, upload: Upload, kept: KeptPlan, name: str, length: int) -> None:
        self.upload, self.kept, self.name, self.length = upload, kept, name, length

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, place: Any) -> Any:
        asked = place if isinstance(place, slice) else slice(place, place + 1)
        first, last, _ = asked.indices(self.length)
        with self.upload.plan.open("rb") as file:
            lines = self.kept.lines(file, self.name, first, last)
        shown = self.shown(one_page(self.kept, self.name, lines))
        return shown if isinstance(place, slice) else shown[0]

    def shown(self, page: Plan) -> list[Any]:
        """New and changed students as lines; missing students and problems as they are."""
        lines = {"new": new_students, "changed": changed_students}.get(self.name)
        return lines(page, self.upload.school) if lines else list(getattr(page, self.name))

    def put_together(self) -> Sequence[Alike]:
        """Refused and doubtful values, the same problem once: of the first few thousand."""
        with self.upload.plan.open("rb") as file:
            return put_together(self.kept.lines(file, self.name, 0, MOST_GROUPED))

    @property
    def not_looked_at(self) -> int:
        return max(self.length - MOST_GROUPED, 0)


def student_line(name: str, old: Any, new: Any) -> Line:
    if name == "missing_since":
        return Line("in the school’s export", f"missing since {words(old)}", "back again")
    return Line(label(name, STUDENTS), words(old), words(new))


def span_line(change: SpanChange, kinds: dict[str, str]) -> Line:
    before, after = {"begins": ("no", "yes"), "ends": ("yes", "no, but was"), "has been": ("no", "not now, but was")}[change.what]
    return Line(kinds.get(change.kind, change.kind), before, after)


def kind_names(school: School, plan: Plan) -> dict[str, str]:
    return {kind.key: kind.name for kind in kinds_of(school)} | plan.own


def new_providers(plan: ProviderPlan) -> list[Shown]:
    return [
        Shown(
            part.row,
            part.name,
            tuple(Line(label(name, PROVIDERS), "", value) for name, value in part.details.items()),
            "; ".join(part.aliases),
        )
        for part in plan.new
    ]


def changed_providers(plan: ProviderPlan) -> list[Shown]:
    return [
        Shown(
            part.row,
            part.name,
            (
                *(Line(label(name, PROVIDERS), old or "nothing", new) for name, (old, new) in part.changes.items()),
                *(Line("other name", "nothing", alias) for alias in part.aliases),
            ),
        )
        for part in plan.changed
    ]


def columns(file: ReadTable) -> list[Column]:
    """What each column was taken for, in a sentence."""
    told = {guess.letter: guess for guess in file.guesses}
    return [
        Column(letter, file.table.headings[letter], column_words(file, letter, told), file.examples(letter))
        for letter in file.table.headings
    ]


def column_words(file: ReadTable, letter: str, told: dict[str, Any]) -> str:
    name, guess = file.columns.get(letter, IGNORE), told.get(letter)
    if name in LEFT_OUT:
        return f"Column {letter} is the {label(name, STUDENTS)}, which is left out"
    if name in file.own:
        return f"Column {letter} is your own characteristic “{file.own[name]}”"
    if guess and guess.field == name:
        return str(guess.words)
    return (
        f"Column {letter} will be left out" if name == IGNORE else f"Column {letter} is the {label(name, STUDENTS, PROVIDERS)}, as you said"
    )


def label(name: str, *vocabularies: Any) -> str:
    return next((str(vocabulary[name].label) for vocabulary in vocabularies if name in vocabulary), name)


def words(value: Any) -> str:
    """A value as a person reads it; nothing is "nothing"."""
    if isinstance(value, date):
        return f"{value:%-d %B %Y}"
    return str(value) if value not in (None, "") else "nothing"

"""Two waves side by side: who changed from what to what (brief A9). At most eight kinds of plan, so that the picture can be read."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from surveys.rules.first_survey import Plan


class Kind(StrEnum):
    """What a plan counts as, in the order of the picture."""

    A_LEVEL = "a_level"
    T_LEVEL = "t_level"
    VOCATIONAL = "vocational"
    APPRENTICESHIP = "apprenticeship"
    JOB = "job"
    OTHER = "other"
    DO_NOT_KNOW = "do_not_know"
    NO_ANSWER = "no_answer"

    @property
    def label(self) -> str:
        return KIND_NAMES[self]


KIND_NAMES = {
    Kind.A_LEVEL: "A levels",
    Kind.T_LEVEL: "T Level",
    Kind.VOCATIONAL: "Vocational or mixed",
    Kind.APPRENTICESHIP: "Apprenticeship",
    Kind.JOB: "Job with training",
    Kind.OTHER: "Something else",
    Kind.DO_NOT_KNOW: "Does not know yet",
    Kind.NO_ANSWER: "Did not answer",
}
KIND_OF = {
    Plan.A_LEVEL: Kind.A_LEVEL,
    Plan.T_LEVEL: Kind.T_LEVEL,
    Plan.VOCATIONAL: Kind.VOCATIONAL,
    Plan.MIXED: Kind.VOCATIONAL,
    Plan.APPRENTICESHIP: Kind.APPRENTICESHIP,
    Plan.JOB: Kind.JOB,
    Plan.SUPPORTED: Kind.OTHER,
    Plan.OTHER: Kind.OTHER,
    Plan.DO_NOT_KNOW: Kind.DO_NOT_KNOW,
}


def kind_of(plan: str) -> Kind:
    """Of what was answered to "What do you want to do after Year 11?"; no answer, or one that is not known, is none."""
    return KIND_OF[Plan(plan)] if plan in set(Plan) else Kind.NO_ANSWER


@dataclass(frozen=True, slots=True)
class Flow:
    """Students who went from one kind of plan to another, or stayed."""

    before: Kind
    after: Kind
    students: tuple[int, ...]

    @property
    def changed(self) -> bool:
        """Who did not answer once has not changed: we do not know."""
        return self.before is not self.after and Kind.NO_ANSWER not in (self.before, self.after)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The students asked in both waves. `flows` are in the order of the kinds."""

    flows: tuple[Flow, ...]
    only_before: int
    only_after: int

    @property
    def n(self) -> int:
        return sum(len(flow.students) for flow in self.flows)

    @property
    def answered_both(self) -> int:
        return sum(len(flow.students) for flow in self.flows if Kind.NO_ANSWER not in (flow.before, flow.after))

    @property
    def changed(self) -> int:
        return sum(len(flow.students) for flow in self.flows if flow.changed)

    def kinds(self) -> list[Kind]:
        """Those that anybody is in, before or after."""
        present = {kind for flow in self.flows for kind in (flow.before, flow.after)}
        return [kind for kind in Kind if kind in present]

    def totals(self) -> tuple[Counter[Kind], Counter[Kind]]:
        """How many are in each kind before, and after."""
        before, after = Counter[Kind](), Counter[Kind]()
        for flow in self.flows:
            before[flow.before] += len(flow.students)
            after[flow.after] += len(flow.students)
        return before, after


def compare(before: Mapping[int, str], after: Mapping[int, str]) -> Comparison:
    """`before` and `after`: the plan by student, for everybody asked; "" for who did not answer."""
    found: defaultdict[tuple[Kind, Kind], list[int]] = defaultdict(list)
    for student in before.keys() & after.keys():
        found[kind_of(before[student]), kind_of(after[student])].append(student)
    order = list(Kind)
    places = sorted(found, key=lambda pair: (order.index(pair[0]), order.index(pair[1])))
    flows = tuple(Flow(one, other, tuple(sorted(found[one, other]))) for one, other in places)
    return Comparison(flows, len(before.keys() - after.keys()), len(after.keys() - before.keys()))


def in_words(comparison: Comparison) -> str:
    """The answer in a sentence."""
    if not comparison.n:
        return "Nobody was asked in both waves."
    if not comparison.answered_both:
        return f"{comparison.n} were asked in both waves, and nobody has answered both."
    said = f"{comparison.changed or 'None'} of the {comparison.answered_both} who answered both waves changed their plan"
    decided = moved(comparison.flows, from_kind=Kind.DO_NOT_KNOW)
    doubting = moved(comparison.flows, to_kind=Kind.DO_NOT_KNOW)
    return f"{said}; {decided or 'none'} of them did not know before, and {doubting or 'none'} did but do not know now."


def moved(flows: Iterable[Flow], *, from_kind: Kind | None = None, to_kind: Kind | None = None) -> int:
    fits = [flow for flow in flows if flow.changed and from_kind in (None, flow.before) and to_kind in (None, flow.after)]
    return sum(len(flow.students) for flow in fits)

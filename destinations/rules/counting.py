"""How one student's answer counts: the definitions that every figure, list and link share (docs/figures.md).

*Known* is an outcome that is not 8xx; provisional is known, conflicting is not. A settled answer counts by what was settled.
A plan of Year 11 usually has no outcome code, so the planned route tells its group; where only the place is named, the kind of place does.
"""

from dataclasses import dataclass

from destinations.rules.checkpoints import Checkpoint
from destinations.rules.outcomes import Group, Route, group_of, outcome_of_provider
from destinations.rules.statements import Status

PLANNED = frozenset({Checkpoint.Y11_INTENDED, Checkpoint.Y11_CONFIRMED})
GROUP_OF_PLANNED_ROUTE = {
    Route.A_LEVEL: Group.EDUCATION,
    Route.T_LEVEL: Group.EDUCATION,
    Route.VOCATIONAL: Group.EDUCATION,
    Route.MIXED: Group.EDUCATION,
    Route.APPRENTICESHIP: Group.APPRENTICESHIP,
    Route.JOB_WITH_TRAINING: Group.EMPLOYMENT,
    Route.JOB_WITHOUT_TRAINING: Group.EMPLOYMENT,
    Route.NEET: Group.NEET,
    Route.OTHER: Group.OTHER,
}


@dataclass(frozen=True, slots=True)
class Doing:
    """What one student does or plans: as the answer has it, or the statement that the answer stands on."""

    outcome: str | None = None
    route: str | None = None
    provider: int | None = None
    provider_type: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """One student at one checkpoint as figures count them. `source` is the kind of source, "settled", or empty where not known."""

    student: int
    group: Group = Group.NOT_KNOWN
    route: Route = Route.UNKNOWN
    provider: int | None = None
    verified: bool = False
    conflicting: bool = False
    excluded: str = ""
    source: str = ""

    @property
    def known(self) -> bool:
        return self.group is not Group.NOT_KNOWN


def group_counted(checkpoint: Checkpoint, doing: Doing) -> Group:
    """The group an answer is counted in. For Year 11 the code if there is one, else the route, else the kind of place that is named."""
    if doing.outcome or checkpoint not in PLANNED:
        return group_of(doing.outcome)
    if doing.route and doing.route != Route.UNKNOWN:
        return GROUP_OF_PLANNED_ROUTE[Route(doing.route)]
    if doing.provider is None:
        return Group.NOT_KNOWN
    group = group_of(outcome_of_provider(doing.provider_type))
    return Group.OTHER if group is Group.NOT_KNOWN else group


def is_conflicting(status: str, *, settled: bool) -> bool:
    """A conflict that nobody has settled yet."""
    return status == Status.CONFLICTING and not settled


def is_verified(status: str, answer: Doing, evidence: Doing | None, *, settled: bool) -> bool:
    """Verified by its evidence; a settled answer only where the verified evidence says the same thing at the same place."""
    if status != Status.VERIFIED or not settled:
        return status == Status.VERIFIED
    if evidence is None or (answer.outcome or answer.route) != (evidence.outcome or evidence.route):
        return False
    return answer.provider in (None, evidence.provider)


def count(
    checkpoint: Checkpoint, student: int, status: str, answer: Doing, evidence: Doing | None = None, *,
    settled: bool = False, excluded: str = "", source: str = "",
) -> Counted:  # fmt: skip
    """One student counted once. `evidence` is what the statement says that the answer stands on; `source` its kind of source."""
    conflicting = is_conflicting(status, settled=settled)
    group = Group.NOT_KNOWN if conflicting else group_counted(checkpoint, answer)
    if group is Group.NOT_KNOWN:
        return Counted(student, conflicting=conflicting, excluded=excluded)
    return Counted(
        student,
        group=group,
        route=Route(answer.route) if answer.route else Route.UNKNOWN,
        provider=answer.provider,
        verified=is_verified(status, answer, evidence, settled=settled),
        excluded=excluded,
        source="settled" if settled else source,
    )

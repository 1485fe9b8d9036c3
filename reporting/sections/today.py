"""The Today page as data: one cohort at one checkpoint, its other checkpoints and its groups, beside earlier cohorts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from careers.models import Cohort, Membership
from careers.rules.groups import Kind
from destinations.asking import question_for
from destinations.charts.chart import Chart
from destinations.rules.checkpoints import Checkpoint, has_opened
from destinations.rules.counting import Counted
from reporting.rules.figures import Figures, figures
from reporting.rules.tables import Table, exclusions_words, outcomes_table, providers_table, routes_table, sources_words
from reporting.rules.words import headline
from reporting.sections.charting import Behind, bar, least_known, readings, source_of, stacked
from reporting.sections.counting import Register, counted_as_at, counted_now, groups_of, register_of

COHORTS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page is asked for. `as_at` None is now."""

    viewer: Membership
    cohort: Cohort
    checkpoint: Checkpoint
    as_at: date | None
    today: date
    kinds: tuple[Kind, ...]
    behind: Behind

    @property
    def day(self) -> date:
        return self.as_at or self.today


@dataclass(frozen=True, slots=True)
class Today:
    """Everything the page shows. `counted` are the students of the cohort at the checkpoint, for what needs doing."""

    figures: Figures
    counted: Sequence[Counted]
    stages: dict[Checkpoint, Figures]
    charts: tuple[Chart, ...]
    tables: tuple[Table, ...]
    headline: str
    sources: str
    not_counted: str


def opened(cohort: Cohort, today: date) -> list[Checkpoint]:
    """The checkpoints of a cohort that have begun by a day."""
    return [checkpoint for checkpoint in Checkpoint if has_opened(question_for(cohort, checkpoint), today)]


def look_at_today(asked: Asked, cohorts: Iterable[Cohort]) -> Today:
    """The page's story. `cohorts` are the school's, latest first. Four queries, eight as at a day."""
    register = register_of(asked.cohort.school)
    stages = stage_figures(asked, register)
    counted = stages.pop(asked.checkpoint)
    members = groups_of(asked.cohort, asked.kinds, counted, asked.day)
    f = figures(counted, providers=register.names, groups=members)
    by_stage = {c: figures(counted, providers=register.names) for c, counted in stages.items()} | {asked.checkpoint: f}
    by_stage = {checkpoint: by_stage[checkpoint] for checkpoint in Checkpoint if checkpoint in by_stage}
    charts = [stages_chart(asked, by_stage)]
    if f.groups:
        charts.append(groups_chart(asked, f))
    if asked.as_at is None and (compared := cohort_figures(asked, list(cohorts), register)):
        charts.append(cohorts_chart(asked, compared))
    three = (outcomes_table(f), routes_table(f), providers_table(f))
    words = headline(f, asked.checkpoint), sources_words(f.sources), exclusions_words(f)
    return Today(f, counted, by_stage, tuple(charts), three, *words)


def stage_figures(asked: Asked, register: Register) -> dict[Checkpoint, list[Counted]]:
    """The cohort's students counted at each checkpoint that has begun, and at the one that is asked for."""
    wanted = list(dict.fromkeys([*opened(asked.cohort, asked.day), asked.checkpoint]))
    as_at = asked.as_at
    found = counted_as_at(asked.cohort, wanted, as_at, register) if as_at else counted_now([asked.cohort], wanted, register)
    return {checkpoint: found[asked.cohort.pk, checkpoint] for checkpoint in wanted}


def cohort_figures(asked: Asked, cohorts: Sequence[Cohort], register: Register) -> list[tuple[Cohort, Figures]]:
    """The cohorts that have reached the checkpoint, latest first; none where there is only one."""
    reached = [c for c in cohorts if asked.checkpoint in opened(of_school(c, asked.cohort), asked.today)][:COHORTS_SHOWN]
    if len(reached) < 2:
        return []
    found = counted_now(reached, [asked.checkpoint], register)
    return [(c, figures(found[c.pk, asked.checkpoint], providers=register.names)) for c in reached]


def of_school(cohort: Cohort, other: Cohort) -> Cohort:
    """The cohort with its school filled in from another of the same school, which spares a query each."""
    cohort.school = other.school
    return cohort


def stages_chart(asked: Asked, by_stage: dict[Checkpoint, Figures]) -> Chart:
    rows = [bar(c.label, f.outcomes, behind=asked.behind, checkpoint=c) for c, f in by_stage.items()]
    source, title = source_of([by_stage[asked.checkpoint]], asked.day), f"{asked.cohort} at each checkpoint"
    return stacked(rows, key="stages", title=title, first="Checkpoint", sentence=readings(rows), source=source)


def groups_chart(asked: Asked, f: Figures) -> Chart:
    rows = [bar("Everyone", f.outcomes, behind=asked.behind)]
    rows += [bar(group.name, group.outcomes, behind=asked.behind, group=group.key) for group in f.groups]
    source, title = source_of([f], asked.day), f"Groups of {str(asked.cohort).lower()}, {asked.checkpoint.label}"
    return stacked(rows, key="groups", title=title, first="Group", sentence=least_known(rows), source=source)


def cohorts_chart(asked: Asked, compared: Sequence[tuple[Cohort, Figures]]) -> Chart:
    rows = [bar(str(cohort), f.outcomes, behind=asked.behind, leaving=cohort.leaving) for cohort, f in compared]
    source, title = source_of([f for _, f in compared], asked.day), f"{asked.checkpoint.label}, cohort beside cohort"
    return stacked(rows, key="cohorts", title=title, first="Cohort", sentence=readings(rows[:2]), source=source)

"""The governors' story of a term as data: whole cohorts only, nobody by name, the known rate beside every percentage."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Min
from django.utils import timezone

from careers.models import Cohort, School
from destinations.charts.chart import Chart
from destinations.models import Evidence
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.counting import Counted
from destinations.rules.outcomes import Group
from reporting.rules import tables, terms
from reporting.rules.figures import Figures, figures
from reporting.rules.telling import sentences, share
from reporting.rules.terms import Stage
from reporting.sections.charting import bar, readings, source_of, stacked
from reporting.sections.counting import Key, counted_as_at, register_of

COHORTS_COMPARED = 5


class NothingToReport(Exception):
    """No cohort of the school is at any of the term's stages."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One cohort at one checkpoint, with its figures."""

    leaving: int
    figures: Figures

    @property
    def name(self) -> str:
        return f"Leavers {self.leaving}"


@dataclass(frozen=True, slots=True)
class StageStory:
    """One stage: its cohort's figures in words and tables."""

    stage: Stage
    measured: Measured
    sentences: tuple[str, ...]
    short: tuple[tables.Table, ...]
    providers: tables.Table | None
    sources: str
    not_counted: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Cohorts side by side: a row an outcome, a column each, numbers with their share."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that the report prints."""

    school: str
    term: str
    as_at: date
    after_the_term: bool
    made_on: date
    summary: tuple[str, ...]
    stages: tuple[StageStory, ...]
    missing: tuple[Stage, ...]
    side_by_side: Comparison
    comparisons: tuple[Comparison, ...]
    by_stage: Chart
    by_cohort: Chart


def governors_story(school: School, term: str, *, as_at: date, today: date) -> Story:
    """The story of a term. Raises ValueError for what is not a term, NothingToReport when the school has none of its cohorts."""
    stages = terms.stages_of(term)
    asked = reached(stages, Cohort.objects.filter(school=school).select_related("school"))
    if not asked:
        raise NothingToReport(f"{school} has no students in Year 11, 12 or 14 in the {terms.title(term).lower()}.")
    found = measure_all(asked, as_at)
    told = tuple(tell(stage, measured[0], late_evidence(asked[stage][0], as_at)) for stage, measured in found.items())
    return Story(
        school=school.name,
        term=terms.title(term),
        as_at=as_at,
        after_the_term=terms.is_over(term, as_at),
        made_on=today,
        summary=tuple(f"{title_of(story)}: {story.sentences[0]}" for story in told),
        stages=told,
        missing=tuple(stage for stage in stages if stage not in found),
        side_by_side=compare("The three stages", [title_of(story) for story in told], [story.measured.figures for story in told]),
        comparisons=tuple(compare(s.checkpoint.label, [m.name for m in every], [m.figures for m in every]) for s, every in found.items()),
        by_stage=stages_chart(told, as_at),
        by_cohort=cohorts_chart(found, as_at),
    )


def reached(stages: Iterable[Stage], cohorts: Iterable[Cohort]) -> dict[Stage, list[Cohort]]:
    """For each stage whose cohort the school holds, that cohort and those before it, latest first."""
    latest = sorted(cohorts, key=lambda cohort: -cohort.leaving)
    so_far = {stage: [cohort for cohort in latest if cohort.leaving <= stage.leaving][:COHORTS_COMPARED] for stage in stages}
    return {stage: found for stage, found in so_far.items() if found and found[0].leaving == stage.leaving}


def measure_all(asked: dict[Stage, list[Cohort]], as_at: date) -> dict[Stage, list[Measured]]:
    """The figures of each cohort at each stage's checkpoint. Five queries a cohort, and one for the register."""
    checkpoints: defaultdict[Cohort, list[Checkpoint]] = defaultdict(list)
    for stage, found in asked.items():
        for cohort in found:
            checkpoints[cohort].append(stage.checkpoint)
    register = register_of(next(iter(checkpoints)).school)
    counted: dict[Key, list[Counted]] = {}
    for cohort, wanted in checkpoints.items():
        counted |= counted_as_at(cohort, wanted, as_at, register)
    return {
        stage: [Measured(c.leaving, figures(counted.get((c.pk, stage.checkpoint), ()), providers=register.names)) for c in found]
        for stage, found in asked.items()
    }


def late_evidence(cohort: Cohort, as_at: date) -> date | None:
    """The day on which anything about the cohort was first recorded, where that is after the report's date."""
    first = Evidence.objects.filter(student__cohort=cohort).aggregate(first=Min("recorded_at"))["first"]
    return timezone.localdate(first) if first and timezone.localdate(first) > as_at else None


def tell(stage: Stage, measured: Measured, first_recorded: date | None) -> StageStory:
    f = measured.figures
    return StageStory(
        stage=stage,
        measured=measured,
        sentences=tuple(sentences(f, stage.checkpoint, first_recorded)),
        short=(tables.outcomes_table(f), tables.routes_table(f)) if f.known else (),
        providers=tables.providers_table(f) if f.known else None,
        sources=tables.sources_words(f.sources),
        not_counted=tables.exclusions_words(f),
    )


def barely_known(story: Story) -> str:
    """The stages of which less than half is known: "Year 12, leavers 2025 (3 of 40)"; empty where there is none."""
    every = [(told, told.measured.figures) for told in story.stages]
    return ", ".join(f"{title_of(told)} ({f.known} of {f.cohort})" for told, f in every if f.known * 2 < f.cohort)


def compare(title: str, columns: Iterable[str], every: Sequence[Figures]) -> Comparison:
    """Cohorts laid side by side. pandas is imported here because only a report waits for it."""
    import pandas as pd

    counts = pd.DataFrame({n: {"Known": f.known, **{group.label: f.outcomes[group] for group in Group}} for n, f in enumerate(every)})
    shares = counts.apply(lambda column: column.map(lambda part: share(int(part), every[int(column.name)])))
    sizes = pd.DataFrame({n: {"Students": str(f.cohort)} for n, f in enumerate(every)})
    told = pd.concat([sizes, shares])
    return Comparison(title, tuple(columns), tuple((str(row.Index), tuple(row)[1:]) for row in told.itertuples()))


def title_of(story: StageStory) -> str:
    return f"{story.stage.name}, {story.measured.name.lower()}"


def stages_chart(told: tuple[StageStory, ...], as_at: date) -> Chart:
    rows = [bar(title_of(story), story.measured.figures.outcomes) for story in told]
    source = source_of((story.measured.figures for story in told), as_at)
    return stacked(rows, key="stages", title="Outcomes at each stage", first="Stage", sentence=readings(rows), source=source)


def cohorts_chart(found: dict[Stage, list[Measured]], as_at: date) -> Chart:
    """Year 12, cohort beside cohort; another stage where the school has no Year 12 yet."""
    stage = next((stage for stage in found if stage.name == "Year 12"), next(iter(found)))
    rows = [bar(measured.name, measured.figures.outcomes) for measured in found[stage]]
    source = source_of((measured.figures for measured in found[stage]), as_at)
    title = f"{stage.name}, cohort beside cohort"
    return stacked(rows, key="cohorts", title=title, first="Cohort", sentence=readings(rows), source=source)

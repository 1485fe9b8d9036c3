"""Invented cohorts with every kind of answer, for tests of figures."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from careers.models import Characteristic, Cohort
from careers.tests.factories import CohortFactory, StudentFactory
from destinations.actions import destinations, evidence
from destinations.models import Evidence, Provider, Source
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.outcomes import OUTCOMES, ProviderType, Route
from destinations.rules.sources import SourceKind
from destinations.rules.statements import Said
from destinations.tests.factories import ProviderFactory, SourceFactory

STUDY = (Route.A_LEVEL, Route.T_LEVEL, Route.VOCATIONAL, Route.MIXED)
FIRST_DAY = datetime(2025, 9, 10, 12, tzinfo=UTC)


def a_cohort(students: int, *, random: Random | None = None, cohort: Cohort | None = None, statements: int = 3) -> Any:
    """A cohort of the leavers of 2025 with conflicts, settlements, exclusions and groups, recorded from 10 September 2025 on."""
    random = random or Random(1)
    return filled(students, random, cohort or CohortFactory(), statements)


def filled(students: int, random: Random, cohort: Any, statements: int) -> Any:
    people = StudentFactory.create_batch(students, cohort=cohort)
    providers = list(Provider.objects.filter(school=cohort.school)) or [
        ProviderFactory(school=cohort.school, type=type) for type in ProviderType
    ]
    sources = list(Source.objects.filter(school=cohort.school)) or some_sources(cohort, providers)
    kinds = ["fsm", "sen", "looked_after", "own-more-able"]
    Characteristic.objects.bulk_create(
        Characteristic(student=s, kind=kind, until=random.choice([None, date(2025, 9, 30)]))
        for s in people
        for kind in kinds
        if random.random() < 0.3
    )
    said = [a_statement(random, s, sources, providers) for s in people for _ in range(random.randrange(statements + 1))]
    evidence.state(school=cohort.school, by=None, statements=said, verb="loaded evidence")
    destinations.recompute(students=[s.pk for s in people])
    for s in random.sample(people, students // 10):
        destinations.exclude(student=s, reason=random.choice(["moved abroad", "died", "guest"]), by=None)
    for s in random.sample(people, students // 5):
        settle_somehow(random, s, providers)
    return cohort


def some_sources(cohort: Any, providers: list[Provider]) -> list[Any]:
    ours = [SourceFactory(school=cohort.school, kind=p.source_kind, name=p.name, provider=p) for p in providers]
    return ours + [SourceFactory(school=cohort.school, kind=kind) for kind in SourceKind if kind not in ("provider", "employer")]


def a_statement(random: Random, student, sources: list[Source], providers: list[Provider]) -> Evidence:
    source, planning = random.choice(sources), random.random() < 0.4
    year = student.cohort.leaving
    said = random.choice([Said.INTENDS, Said.UNDECIDED] if planning else [Said.PRESENT] * 4 + [Said.LEFT, Said.NOT_HERE])
    first = date(year, 2, 1) if planning else date(year, 9, 1)
    return Evidence(
        student=student,
        source=source,
        said=said,
        outcome=random.choice([*OUTCOMES, "220", "230", "210"]) if said is Said.PRESENT else "",
        route=random.choice([*Route, ""]) if said is Said.INTENDS else random.choice([*STUDY, ""]) if said is Said.PRESENT else "",
        provider=source.provider or random.choice([None, *providers]),
        said_on=first + timedelta(days=random.randrange(80)),
        recorded_at=FIRST_DAY + timedelta(days=random.randrange(120)),
        dated=random.random() < 0.8,
    )


def settle_somehow(random: Random, student, providers: list[Provider]) -> None:
    destinations.settle(
        student=student,
        checkpoint=random.choice(list(Checkpoint)),
        outcome=random.choice(["", "220", "310", "619", "810"]),
        route=random.choice(STUDY),
        provider=random.choice([None, *providers]),
        reason="We rang home.",
        by=None,
    )

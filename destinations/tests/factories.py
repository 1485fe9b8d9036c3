"""Invented providers, sources and statements for tests. Traits name situations."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from careers.tests.factories import CohortFactory, SchoolFactory, StudentFactory
from destinations.models import DataReturn, Evidence, Provider, ProviderName, Source
from destinations.rules.names import normalise
from destinations.rules.outcomes import ProviderType
from destinations.rules.sources import SourceKind
from destinations.rules.statements import Said


class ProviderFactory(DjangoModelFactory):
    class Meta:
        model = Provider
        skip_postgeneration_save = True

    school = factory.SubFactory(SchoolFactory)
    name = factory.Sequence(lambda n: f"Cardwell College {n}")
    type = ProviderType.SIXTH_FORM_COLLEGE

    @factory.post_generation
    def named(self, create: bool, extracted: None) -> None:
        ProviderName.objects.create(school=self.school, provider=self, name=self.name, normalised=normalise(self.name), is_alias=False)


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = Source

    school = factory.SubFactory(SchoolFactory)
    kind = SourceKind.PROVIDER
    name = factory.Sequence(lambda n: f"Source {n}")
    normalised = factory.LazyAttribute(lambda source: normalise(source.name))

    class Params:
        authority = factory.Trait(kind=SourceKind.LOCAL_AUTHORITY, name="Lancashire County Council")


class EvidenceFactory(DjangoModelFactory):
    """By default: a college says on 12 September 2025 that the student is there."""

    class Meta:
        model = Evidence

    student = factory.SubFactory(StudentFactory)
    source = factory.SubFactory(SourceFactory, school=factory.SelfAttribute("..student.school"))
    said = Said.PRESENT
    outcome = factory.LazyAttribute(lambda e: "220" if e.said == Said.PRESENT else "")
    said_on = date(2025, 9, 12)
    recorded_at = datetime(2025, 9, 20, 12, tzinfo=UTC)


class DataReturnFactory(DjangoModelFactory):
    class Meta:
        model = DataReturn

    cohort = factory.SubFactory(CohortFactory)
    school = factory.SelfAttribute("cohort.school")
    source = factory.SubFactory(SourceFactory, school=factory.SelfAttribute("..school"))
    file_name = "enrolments.csv"
    digest = factory.Sequence(lambda n: f"{n:064d}")
    received_on = date(2025, 9, 19)

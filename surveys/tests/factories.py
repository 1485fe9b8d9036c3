"""Invented waves and invitations for tests."""

from datetime import date, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from careers.tests.factories import CohortFactory, StudentFactory
from surveys.models import Invitation, Wave, Worry


class WaveFactory(DjangoModelFactory):
    """By default: the first survey, open since yesterday and for another month."""

    class Meta:
        model = Wave

    cohort = factory.SubFactory(CohortFactory, leaving=factory.LazyFunction(lambda: leaving()))
    survey = "first"
    name = factory.Sequence(lambda n: f"Plans {n}")
    opens_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1))
    closes_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))
    made_at = factory.LazyFunction(timezone.now)
    opened_at = factory.LazyFunction(timezone.now)

    class Params:
        closed = factory.Trait(closed_at=factory.LazyFunction(timezone.now))


class InvitationFactory(DjangoModelFactory):
    class Meta:
        model = Invitation

    wave = factory.SubFactory(WaveFactory)
    student = factory.SubFactory(StudentFactory, cohort=factory.SelfAttribute("..wave.cohort"))
    invited_at = factory.LazyFunction(timezone.now)


def leaving(today: date | None = None) -> int:
    """The summer in which today's Year 11 leaves."""
    today = today or timezone.localdate()
    return today.year + (today.month >= 9)


class WorryFactory(DjangoModelFactory):
    """By default: told an hour ago, and nobody has read it."""

    class Meta:
        model = Worry

    student = factory.SubFactory(StudentFactory)
    words = "I cannot sleep for thinking about the exams."
    said_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))
    escalate_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=1))

    class Params:
        overdue = factory.Trait(escalate_at=factory.LazyFunction(lambda: timezone.now() - timedelta(minutes=1)))
